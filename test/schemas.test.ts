import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';

import { Ajv } from 'ajv';

import { placeNames } from '../src/core/manifest/names.ts';
import { readMarks } from './support/markedText.ts';
import { completionsAt, hoverAt, jsonServiceProblems } from './support/jsonService.ts';

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly examples?: readonly unknown[];
  readonly defaultSnippets?: readonly { readonly label: string; readonly body: unknown }[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

function read(file: string): Schema {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, '../schemas', file), 'utf8')) as Schema;
}

const contract = read('device-batch.schema.json');
const editor = read('editor/device-batch.schema.json');
const editorWithComments = read('editor/device-batch.jsonc.schema.json');

/** The objects of a schema, by what they are called in the code. */
function objectsOf(schema: Schema) {
  return { batch: schema, device: schema.definitions?.['device'], policy: schema.definitions?.['policy'] };
}

function definition(schema: Schema | undefined, root: Schema): Schema | undefined {
  return schema?.$ref === undefined ? schema : root.definitions?.[schema.$ref.replace('#/definitions/', '')];
}

suite('the contract', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const accepts = ajv.compile(contract);
  const device = { hardwareHash: 'x' };

  const accepted: Readonly<Record<string, unknown>> = {
    'a hardware hash': { batchId: 'b', devices: [device] },
    'a product key': { batchId: 'b', devices: [{ productKey: '1', serialNumber: null }] },
    'serial number, manufacturer and model': {
      batchId: 'b',
      devices: [{ serialNumber: 'A', oemManufacturerName: 'B', modelName: 'C', hardwareHash: '' }],
    },
    'a customer': { customerId: 'c7f3c849-129f-4b85-a96d-4f8e88b315a3', batchId: 'b', devices: [device] },
    'an absent customer': { customerId: null, batchId: 'b', devices: [device] },
    policies: { batchId: 'b', devices: [{ ...device, policies: [{ key: 'o_o_b_e', value: '1' }] }] },
    'absent policies': { batchId: 'b', devices: [{ ...device, policies: null }] },
    'what the service owns': {
      batchId: 'b',
      devices: [{ ...device, id: null, createdBy: 1, uploadedDate: '0001-01-01T00:00:00', attributes: {}, links: [] }],
      attributes: { objectType: 'DeviceBatchCreationRequest' },
    },
    'names it does not know': { batchId: 'b', devices: [{ ...device, colour: 'red' }], notes: 1 },
  };
  for (const [what, value] of Object.entries(accepted)) {
    test(`accepts ${what}`, () => assert.ok(accepts(value), JSON.stringify(accepts.errors)));
  }

  const refused: Readonly<Record<string, unknown>> = {
    'a list': [device],
    'no batch id': { devices: [device] },
    'a blank batch id': { batchId: ' \u200B', devices: [device] },
    'a batch id that is a number': { batchId: 5, devices: [device] },
    'no devices': { batchId: 'b' },
    'an empty list of devices': { batchId: 'b', devices: [] },
    'a device that is text': { batchId: 'b', devices: ['A'] },
    'a device without identity': { batchId: 'b', devices: [{ serialNumber: 'A', modelName: 'C' }] },
    'a blank identity': { batchId: 'b', devices: [{ hardwareHash: ' ', productKey: null }] },
    'a serial number that is a number': { batchId: 'b', devices: [{ ...device, serialNumber: 5 }] },
    'an empty list of policies': { batchId: 'b', devices: [{ ...device, policies: [] }] },
    'a policy without value': { batchId: 'b', devices: [{ ...device, policies: [{ key: 'o_o_b_e' }] }] },
    'a policy of unknown kind': { batchId: 'b', devices: [{ ...device, policies: [{ key: 'OOBE', value: '1' }] }] },
    'a customer in braces': { customerId: '{c7f3c849-129f-4b85-a96d-4f8e88b315a3}', batchId: 'b', devices: [device] },
    'a customer of zeros': { customerId: '00000000-0000-0000-0000-000000000000', batchId: 'b', devices: [device] },
  };
  for (const [what, value] of Object.entries(refused)) {
    test(`refuses ${what}`, () => assert.ok(!accepts(value)));
  }

  for (const [place, schema] of Object.entries(objectsOf(contract))) {
    test(`names what a ${place} can have, and says of each what it is`, () => {
      const properties = Object.entries(schema?.properties ?? {});
      assert.deepEqual(
        properties.map(([name]) => name),
        placeNames[place as keyof typeof placeNames],
      );
      for (const [name, property] of properties) {
        const { description, markdownDescription } = definition(property, contract) ?? {};
        assert.ok((description?.length ?? 0) > 20 && (markdownDescription?.length ?? 0) > 20, name);
      }
    });
  }
});

suite('the schemas for the editor', () => {
  for (const [place, schema] of Object.entries(objectsOf(editor))) {
    const original = objectsOf(contract)[place as keyof typeof placeNames];

    test(`have the names and texts of a ${place}`, () => {
      assert.deepEqual(Object.keys(schema?.properties ?? {}), Object.keys(original?.properties ?? {}));
      for (const [name, property] of Object.entries(schema?.properties ?? {})) {
        const told = definition(property, editor);
        const meant = definition(original?.properties?.[name], contract);
        assert.equal(told?.description, meant?.description, name);
        assert.equal(told?.markdownDescription, meant?.markdownDescription, name);
        assert.deepEqual(told?.anyOf?.[0]?.enum, meant?.enum, name);
      }
      assert.deepEqual(schema?.defaultSnippets, original?.defaultSnippets);
    });

    test(`have the same for the names of a ${place} in PascalCase`, () => {
      const patterns = Object.entries(schema?.patternProperties ?? {});
      const names = Object.keys(schema?.properties ?? {}).filter(name => name !== '$schema');
      assert.deepEqual(
        patterns.map(([pattern]) => pattern),
        names.map(name => `^${name.charAt(0).toUpperCase()}${name.slice(1)}$`),
      );
      assert.deepEqual(
        patterns.map(([, property]) => property),
        names.map(name => schema?.properties?.[name]),
      );
    });
  }

  test('are the same but for comments and trailing commas', () => {
    assert.deepEqual(editorWithComments, {
      $schema: contract['$schema' as keyof Schema],
      allowComments: true,
      allowTrailingCommas: true,
      ...editor,
    });
  });

  test('demand nothing: all faults are told by the extension', async () => {
    const texts = [
      '[]',
      '5',
      '{ "batchId": 5, "foo": 1, "devices": [{ "policies": [{ "key": "x" }, 6], "modelName": {} }, 7] }',
    ];
    for (const text of texts) assert.deepEqual(await jsonServiceProblems(text, 'json', editor), []);
    const comments = '{ /* c */ "devices": [{},], }';
    assert.deepEqual(await jsonServiceProblems(comments, 'jsonc', editorWithComments), []);
    assert.notDeepEqual(await jsonServiceProblems('{ "id": 1, }', 'json', editor), []);
  });

  const completions: readonly (readonly [marked: string, labels: readonly string[]])[] = [
    ['«»', ['Device batch']],
    ['{ «» }', ['$schema', 'batchId', 'customerId', 'devices']],
    [
      '{ "Devices": [{ «» }] }',
      ['hardwareHash', 'modelName', 'oemManufacturerName', 'policies', 'productKey', 'serialNumber'],
    ],
    [
      '{ "devices": [«»] }',
      ['Device by hardware hash', 'Device by product key', 'Device by serial number, manufacturer and model'],
    ],
    ['{ "devices": [{ "policies": [{ «» }] }] }', ['key', 'value']],
    ['{ "devices": [{ "policies": «» }] }', ['Policies']],
    ['{ "Devices": [{ "Policies": [{ "Key": «» }] }] }', ['"none"', '"o_o_b_e"']],
  ];
  for (const [marked, labels] of completions) {
    test(`complete ${marked}`, async () => {
      const { text, spans } = readMarks(marked);
      const found = await completionsAt(text, spans[0]?.start ?? 0, editor);
      assert.deepEqual(found.map(({ label }) => label).sort(), labels);
      for (const { inserted } of found) assert.ok(!/: ?\$1$/.test(inserted), `${inserted} has its quotes`);
    });
  }

  for (const marked of ['{ "batch«»Id": 1 }', '{ "Batch«»Id": 1 }', '{ "BatchId": «»1 }']) {
    test(`explain ${marked}`, async () => {
      const { text, spans } = readMarks(marked);
      assert.match(await hoverAt(text, spans[0]?.start ?? 0, editor), /group tag/);
    });
  }
});
