import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { type ManifestLanguage, readManifest } from '../../../src/core/manifest/readManifest.ts';
import { checkInSteps } from '../../../src/core/manifest/validate.ts';
import { drain } from '../../../src/core/manifest/drain.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';
import { plainCheck } from '../../support/plainCheck.ts';
import { Random, mutateText, rounds } from '../../support/random.ts';
import { sha256 } from '../../support/sha256.ts';

const hashes = [
  hardwareHash({ serialNumber: 'A1' }),
  hardwareHash({ serialNumber: 'A1', collectedAt: Date.UTC(2025, 5, 1) }),
  hardwareHash({ serialNumber: '5CG0000001', tpmModulus: undefined }),
  hardwareHash({ serialNumber: 'SMBIOS_STRING_INDEX_0', productKeyId: undefined }),
];

/** As they stand between quotes. */
const values: Readonly<Record<string, readonly string[]>> = {
  serialNumber: [
    'A1',
    '5CG0000001',
    '5CG0000002',
    '00000000',
    'xX',
    '123456789',
    '12345678901',
    ' A1',
    'Ü1',
    '漢',
    '😀1',
    '',
    ' ',
  ],
  productKey: ['3305412345678', '3305000000001', '3305412345679', '00330-80000-00000-AAOEM', ''],
  hardwareHash: [
    ...hashes,
    (hashes[0] ?? '').replace('A', 'B'),
    (hashes[0] ?? '').slice(0, 2048),
    `${hashes[1]} `,
    (hashes[1] ?? '').replace('/', String.raw`\/`),
    'DummyHash123',
    'Dummy Hash',
    String.raw`Dummy\\`,
    'Dümmy',
    'QUJD'.repeat(1000),
    'QUJD'.repeat(3000),
  ],
  oemManufacturerName: ['Contoso', 'Lenovo', 'LENOVO', 'Dell', 'System manufacturer', 'Fabrikam ', '株式会社', ''],
  modelName: ['Contoso Book 14', '20XW', 'ThinkPad X1', 'Default string', '漢字 Ä', String.raw`\u0041`, 'a\tb'],
};

const others = [
  '"policies": []',
  '"policies": [{ "key": "o_o_b_e", "value": " p" }]',
  '"id": 1',
  '"grouptag": "x"',
  '"colour": "red"',
  '"modelName": null',
  '"serialNumber": 5',
];

const usual = ['serialNumber', 'oemManufacturerName', 'modelName'];

function property(name: string, random: Random): string {
  const written = random.below(3) === 0 ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  const value = random.below(3) === 0 ? 0 : random.below(values[name]?.length ?? 0);
  return `"${written}"${random.pick([': ', ':', ' :\n  '])}"${values[name]?.[value]}"`;
}

function device(random: Random): string {
  const names = random.below(2) === 0 ? usual : Object.keys(values).filter(() => random.below(2) === 0);
  const properties = names.map(name => property(name, random));
  if (random.below(8) === 0) properties.splice(random.below(properties.length + 1), 0, random.pick(others));
  if (random.below(20) === 0) properties.push(property('serialNumber', random));
  const blank = random.pick([' ', '\n    ', '\r\n\t', '']);
  return `{${blank}${properties.join(`,${blank}`)}${blank}}`;
}

function document(random: Random): string {
  const devices = Array.from({ length: random.below(8) }, () => device(random));
  const separator = random.pick([', ', ',\n', ',', ', // and\n', ' ,\r\n  ']);
  const end = random.pick(['', '', '', ',', '/* end */']);
  return `{ "batchId": "b", "devices": [${devices.join(separator)}${end}]${random.pick(['', ', "x": 1', ', "devices": []'])} }`;
}

/** How many documents: half of them as they were made, the others with slips. */
const documents = rounds(300);

function assertSame(text: string, language: ManifestLanguage): void {
  const options = { language, sha256, now: Date.UTC(2026, 0, 1), maxDevicesPerRequest: 5 };
  const { problems, manifest } = drain(checkInSteps(text, options));
  assert.deepEqual(problems, plainCheck(text, options), text);
  const plain = readManifest(text, language);
  assert.equal(manifest.deviceCount, plain.deviceCount);
  assert.deepEqual(
    manifest.devices.map(({ index, span, fields }) => ({ index, span, fields })),
    plain.devices.map(({ index, span, fields }) => ({ index, span, fields })),
  );
}

suite('the check of a manifest', () => {
  for (const language of ['json', 'jsonc'] as const) {
    test(`finds in ${language} what asking every rule about everything finds`, () => {
      for (let seed = 0; seed < documents; seed++) {
        const random = new Random(seed);
        let text = document(random);
        for (let slips = seed % 2 === 0 ? 0 : 1 + random.below(3); slips > 0; slips--) text = mutateText(text, random);
        assertSame(text, language);
      }
    });
  }
});
