import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { WireObject } from '../../../src/api/wire/wireObject.ts';

function read(value: unknown): WireObject {
  const object = WireObject.of(value);
  assert.ok(object);
  return object;
}

suite('WireObject', () => {
  test('is made of objects only', () => {
    assert.deepEqual(
      [undefined, null, 'x', 1, true, []].map(value => WireObject.of(value)),
      [undefined, undefined, undefined, undefined, undefined, undefined],
    );
  });
  test('finds names in any case and with blanks', () => {
    assert.equal(
      read({ ' Attributes': { ObjectType: 'x' } })
        .object('attributes')
        ?.text('objectType'),
      'x',
    );
  });
  test('takes null for absence', () => assert.equal(read({ a: null }).has('a'), false));
  test('prefers a value to null under the same name', () => assert.equal(read({ a: 'x', A: null }).text('a'), 'x'));
  test('reads texts as they are', () => assert.equal(read({ a: ' x ' }).text('a'), ' x '));
  test('reads numbers as texts', () => assert.equal(read({ a: 808 }).text('a'), '808'));
  test('reads no blank text', () => assert.equal(read({ a: ' ' }).text('a'), undefined));
  test('reads no text of other types', () => {
    const object = read({ a: true, b: {}, c: [] });
    assert.deepEqual(
      ['a', 'b', 'c'].map(name => object.text(name)),
      [undefined, undefined, undefined],
    );
  });
  test('counts', () => {
    const object = read({ a: 5, b: '6', c: -1, d: 1.5, e: 'x', f: 1e20 });
    assert.deepEqual(
      ['a', 'b', 'c', 'd', 'e', 'f'].map(name => object.count(name)),
      [5, 6, undefined, undefined, undefined, undefined],
    );
  });
  test('reads times', () => assert.equal(read({ a: '2020-01-01T00:00:00' }).time('a'), Date.UTC(2020, 0, 1)));
  test('reads lists', () => assert.deepEqual(read({ a: [1] }).list('a'), [1]));
  test('reads no list of other types', () => assert.equal(read({ a: {} }).list('a'), undefined));
  test('is not misled by names of prototypes', () => {
    const object = read(JSON.parse('{"__proto__":{"a":"x"},"constructor":"y"}'));
    assert.deepEqual(
      [object.text('a'), object.text('toString'), object.text('constructor')],
      [undefined, undefined, 'y'],
    );
  });
});
