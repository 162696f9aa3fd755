import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { readPages } from '../../src/api/readPages.ts';
import type { NextPage } from '../../src/api/wire/collection.ts';

/** Asserts the items that come out of pages, each given with what it says about the next one. */
async function assertItems(pages: readonly (readonly [item: string, next?: NextPage])[], expected: string) {
  const script = [...pages];
  const asked: (NextPage | undefined)[] = [];
  const items: unknown[] = [];
  const fetchPage = async (next: NextPage | undefined) => {
    asked.push(next);
    const [item, following] = script.shift() ?? assert.fail('one page too many');
    return { items: [item], next: following };
  };
  for await (const page of readPages(fetchPage)) {
    items.push(...page);
  }
  assert.equal(items.join(' '), expected);
  assert.deepEqual(asked, [undefined, ...pages.slice(0, asked.length - 1).map(([, next]) => next)]);
}

suite('readPages', () => {
  const a = { continuationToken: 'a' };
  const b = { continuationToken: 'b' };

  test('one page', () => assertItems([['1']], '1'));
  test('several pages', () => assertItems([['1', a], ['2', b], ['3']], '1 2 3'));
  test('stops at a token that came before', () =>
    assertItems(
      [
        ['1', a],
        ['2', b],
        ['3', a],
      ],
      '1 2 3',
    ));
  test('stops at the same token twice', () =>
    assertItems(
      [
        ['1', a],
        ['2', a],
      ],
      '1 2',
    ));
  test('takes another query for another page', () =>
    assertItems(
      [
        ['1', { query: 'p=2' }],
        ['2', { query: 'p=3' }],
        ['3', { query: 'p=3' }],
      ],
      '1 2 3',
    ));

  test('does not follow a list without end', async () => {
    let count = 0;
    const pages = readPages(async () => ({ items: [], next: { continuationToken: String(count++) } }));
    for await (const page of pages) {
      assert.deepEqual(page, []);
    }
    assert.equal(count, 5000);
  });

  test('asks for no page that nobody reads', async () => {
    let count = 0;
    const pages = readPages(async () => ({ items: [count++], next: { continuationToken: String(count) } }));
    for await (const page of pages) {
      if (page[0] === 1) {
        break;
      }
    }
    assert.equal(count, 2);
  });
});
