import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { deviceExcerptText } from '../../../src/core/manifest/deviceExcerpt.ts';
import { readManifest } from '../../../src/core/manifest/readManifest.ts';

const customerId = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';

/** The excerpt of `source` with its devices at these positions. */
function excerptOf(source: string, positions: readonly number[], comments: readonly string[] = []): string {
  const manifest = readManifest(source, 'jsonc');
  const devices = positions.map(position => {
    const device = manifest.devices[position];
    assert(device);
    return { span: device.span, comments };
  });
  return deviceExcerptText(manifest, { comments, customerId, batchId: 'A "quoted" batch', devices });
}

const source = `{
\t"devices": [
\t\t{ "serialNumber": "S1" },
\t\t{
\t\t\t"SerialNumber": "S2", // from the box
\t\t\t"policies": [
\t\t\t\t{ "key": "o_o_b_e", "value": "P1" }
\t\t\t]
\t\t},
\t\t{ "productKey": "K3",
"hardwareHash": "T0E=" }
\t]
}`;

suite('an excerpt of a manifest', () => {
  for (const lineBreak of ['\n', '\r\n', '\r']) {
    test(`holds the devices as they are written, below what is said about them (${JSON.stringify(lineBreak)})`, () =>
      assert.equal(
        excerptOf(source.replaceAll('\n', lineBreak), [1, 2], ['Fix it.']),
        `// Fix it.
{
  "customerId": "${customerId}",
  "batchId": "A \\"quoted\\" batch",
  "devices": [
    // Fix it.
    {
    \t"SerialNumber": "S2", // from the box
    \t"policies": [
    \t\t{ "key": "o_o_b_e", "value": "P1" }
    \t]
    },
    // Fix it.
    { "productKey": "K3",
    "hardwareHash": "T0E=" }
  ]
}
`,
      ));
  }

  test('is a manifest', () => {
    const excerpt = readManifest(excerptOf(source, [0, 1, 2]), 'jsonc');
    assert.deepEqual(excerpt.syntaxFaults, []);
    assert.deepEqual(
      excerpt.devices.map(device => device.properties.map(({ known }) => known)),
      [['serialNumber'], ['serialNumber', 'policies'], ['productKey', 'hardwareHash']],
    );
  });

  test('cannot be left by a comment', () => {
    const comment = 'a\nb\r\nc\u2028d\u2029", "batchId": "forged" */ }';
    const excerpt = readManifest(excerptOf(source, [0], [comment]), 'jsonc');
    assert.deepEqual(excerpt.syntaxFaults, []);
    assert.equal(excerpt.batchId?.is === 'text' && excerpt.batchId.text, 'A "quoted" batch');
    assert.equal(excerpt.devices.length, 1);
  });
});
