import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test, type TestContext } from 'node:test';

import { hasFreshRecords, hasRecords, RecordStoreError } from '../../src/platform/recordFolder.ts';
import { FileRecordStore } from '../../src/platform/recordStore.ts';
import { watchRecords } from '../../src/platform/watchRecords.ts';
import { scratchFolder } from '../support/scratchFolder.ts';

const one = '11111111-2222-4333-8444-555555555555';
const two = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

/** Watches a folder until the end of the test; each call of what comes back waits for the next id that is told. */
async function watched(folder: string, context: TestContext): Promise<() => Promise<string>> {
  const told: string[] = [];
  let wake = Promise.withResolvers<void>();
  const watcher = await watchRecords(folder, {
    onChange: id => {
      told.push(id);
      wake.resolve();
      wake = Promise.withResolvers<void>();
    },
    onError: error => assert.fail(String(error)),
  });
  context.after(() => watcher.dispose());
  return async () => {
    while (told.length === 0) {
      await wake.promise;
    }
    return told.shift() ?? '';
  };
}

suite('watching records', () => {
  test('makes the folder where there is none', async context => {
    const folder = scratchFolder(context);
    assert.equal(await hasRecords(folder), false);
    await watched(folder, context);
    assert.equal(await hasRecords(folder), false);
  });

  test('tells what is written and removed, and nothing else in the folder', async context => {
    const folder = scratchFolder(context);
    const next = await watched(folder, context);
    const store = new FileRecordStore(folder);
    mkdirSync(path.join(folder, `${one}.lock`));
    writeFileSync(path.join(folder, `${one}.tmp`), '');

    await store.write(two, 'a');
    assert.equal(await next(), two);
    await store.write(one, 'b');
    while ((await next()) !== one);
    await store.remove(two);
    while ((await next()) !== two);
  });

  test('says that it cannot be done', async context => {
    const folder = scratchFolder(context);
    writeFileSync(folder, 'a file');
    await assert.rejects(watchRecords(folder, { onChange() {}, onError() {} }), RecordStoreError);
  });
});

test('records are found whatever their age', async context => {
  const folder = scratchFolder(context);
  await new FileRecordStore(folder).write(one, 'a');
  const nextYear = Date.now() + 365 * 24 * 60 * 60 * 1000;
  assert.deepEqual([await hasRecords(folder), await hasFreshRecords(folder, nextYear)], [true, false]);
});
