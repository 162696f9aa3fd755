import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { deviceAt, propertyAt } from '../../../src/core/manifest/propertyAt.ts';
import { readManifest } from '../../../src/core/manifest/readManifest.ts';
import { readMarks } from '../../support/markedText.ts';

/** What stands at the mark: the device's index, and the property with its place. */
function at(marked: string): readonly [device: number | undefined, property: string | undefined] {
  const { text, spans } = readMarks(marked);
  const offset = spans[0]?.start ?? -1;
  const manifest = readManifest(text, 'json');
  const located = propertyAt(manifest, offset);
  const device = deviceAt(manifest, offset);
  assert.equal(located?.device, device);
  return [device?.index, located && `${located.owner.place} ${located.property.name}`];
}

suite('what stands at an offset', () => {
  const places: readonly (readonly [marked: string, device: number | undefined, property: string | undefined])[] = [
    ['«»{ "batchId": "b" }', undefined, undefined],
    ['{«» "batchId": "b" }', undefined, undefined],
    ['{ «»"batchId": "b" }', undefined, 'batch batchId'],
    ['{ "batchId":«» "b" }', undefined, 'batch batchId'],
    ['{ "batchId": "«»b" }', undefined, 'batch batchId'],
    ['{ "batchId": "b"«» }', undefined, undefined],
    ['{ "devices": [«»{ "id": 1 }] }', 0, 'batch devices'],
    ['{ "devices": [{ "id": 1 }«», { "Id": 2 }] }', undefined, 'batch devices'],
    ['{ "devices": [{ "id": 1 }, { «»"Id": 2 }] }', 1, 'device Id'],
    ['{ "devices": [{ "policies": [«»{ "key": "k" }] }] }', 0, 'device policies'],
    ['{ "devices": [{ "policies": [{ "key": «»"k" }] }] }', 0, 'policy key'],
    ['{ "devices": [{ "id": 1 }, { "id": }, { "id": «»3 }] }', 2, 'device id'],
    ['{ "devices": [{ "id": 1 }, { "id": «»}, { "id": 3 }] }', undefined, 'batch devices'],
    ['[«»{ "id": 1 }]', undefined, undefined],
  ];
  for (const [marked, device, property] of places) {
    test(marked, () => assert.deepEqual(at(marked), [device, property]));
  }
});
