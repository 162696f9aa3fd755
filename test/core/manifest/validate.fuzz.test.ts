import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { type ValidateOptions, validate } from '../../../src/core/manifest/validate.ts';
import { isProblemCode } from '../../../src/core/rules/ruleCatalog.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';
import { jsonServiceAccepts } from '../../support/jsonService.ts';
import { Random, mutateText, rounds } from '../../support/random.ts';
import { sha256 } from '../../support/sha256.ts';

const languages = ['json', 'jsonc'] as const;

const manifests = [
  `{
  // for the office in Berlin
  "customerId": "c7f3c849-129f-4b85-a96d-4f8e88b315a3",
  "batchId": "Berlin",
  "devices": [
    { "serialNumber": "A1", "productKey": "3308123456789", "attributes": { "x": [1, -2.5e+3, { "y": [null, true] }] } },
    {
      "SerialNumber": "B2", "oemManufacturerName": "HP", /* as in the firmware */
      "modelName": "HP EliteBook",
      "policies": [{ "key": "o_o_b_e", "value": "v" }, { "key": "none", "value": "w" }],
    },
    { "hardwareHash": "DummyHash\\u0031\\"23", "groupTag": "Berlin" },
  ]
}`,
  '\uFEFF{"batchId":"b","devices":[{"serialNumber":"A","productKey":"1"},{"serialNumber":"B","hardwareHash":"x","policies":[{"key":"o_o_b_e","value":"1e5"}],"id":-1.5},{"SerialNumber":"C"}],"attributes":{"objectType":"X"}}',
  `{\r\n\t"batchId": "b",\r\n\t"devices": [\r\n\t\t{ "hardwareHash": "${hardwareHash()}" }\r\n\t]\r\n}\r\n`,
];

/** One to four slips in one of the manifests; the same for the same seed. */
function mutatedManifest(seed: number): string {
  const random = new Random(seed);
  let text = random.pick(manifests);
  for (let slips = 1 + random.below(4); slips > 0; slips--) text = mutateText(text, random);
  return text;
}

function assertSoundProblems(text: string, options: ValidateOptions) {
  const problems = validate(text, options);
  let last = 0;
  for (const { code, span } of problems) {
    assert.ok(isProblemCode(code));
    assert.ok(last <= span.start && span.start <= span.end && span.end <= text.length, `${code} in ${text}`);
    last = span.start;
  }
}

suite('any text', () => {
  test('has problems in reading order and inside the text, whatever was done to it', () => {
    for (let seed = 0; seed < rounds(500); seed++) {
      assertSoundProblems(mutatedManifest(seed), { language: seed % 2 === 0 ? 'json' : 'jsonc', sha256, now: seed });
    }
  });

  test('is JSON, or JSON with comments, exactly where it is for the JSON service of VS Code', async () => {
    const agreed = { true: 0, false: 0 };
    for (let seed = 0; seed < rounds(150); seed++) {
      const text = mutatedManifest(seed).replace(/^\uFEFF/, '');
      for (const language of languages) {
        const accepts = !validate(text, { language, sha256 }).some(({ code }) => code === 'syntax');
        assert.equal(accepts, await jsonServiceAccepts(text, language), `${language}: ${JSON.stringify(text)}`);
        agreed[`${accepts}`] += 1;
      }
    }
    assert.ok(agreed.true > 30 && agreed.false > 30, 'both kinds were there');
  });
});
