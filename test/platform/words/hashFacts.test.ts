import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { decodeHardwareHash } from '../../../src/core/hash/decode.ts';
import { factLines, hashSummary } from '../../../src/platform/words/hashFacts.ts';
import { type HashContents, hardwareHash } from '../../support/hashBuilder.ts';
import { sha256 } from '../../support/sha256.ts';

function factsOf(options: Partial<HashContents>) {
  const hash = decodeHardwareHash(hardwareHash(options), sha256);
  return hash.is === 'intact' ? hash.facts : assert.fail('the hash is not intact');
}

function assertSummary(options: Partial<HashContents>, expected: string | undefined): void {
  assert.equal(hashSummary(factsOf(options)), expected);
}

suite('the summary of a hash', () => {
  test('names the serial number, the maker and the model', () => {
    assertSummary(
      { serialNumber: 'PF3XYZ12', manufacturer: 'LENOVO', model: '21HES06900' },
      'PF3XYZ12 · LENOVO 21HES06900',
    );
  });

  test('does not repeat a maker whom the model names', () => {
    assertSummary(
      { serialNumber: '5CG1', manufacturer: 'HP', model: 'HP EliteBook 840 G8' },
      '5CG1 · HP EliteBook 840 G8',
    );
  });
});

suite('the card of a hash', () => {
  test('shows no more than the last four digits of a product key id', () => {
    const values = factLines(factsOf({ productKeyId: '3305164232578' })).map(({ value }) => value);
    assert.ok(values.includes('…2578'));
    assert.deepEqual(
      values.filter(value => value.includes('3305')),
      [],
    );
  });
});
