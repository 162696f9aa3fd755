import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { retryBusyFile } from '../../src/platform/retryBusyFile.ts';

/** Does work that fails with these codes, one after the other, and then succeeds; returns how it went. */
async function run(...codes: readonly string[]): Promise<{ result: string; pauses: number }> {
  const left = [...codes];
  let pauses = 0;
  const work = async (): Promise<string> => {
    const code = left.shift();
    if (code !== undefined) {
      throw Object.assign(new Error(code), { code });
    }
    return 'done';
  };
  const pause = async (): Promise<void> => {
    pauses++;
  };
  const result = await retryBusyFile(work, pause).catch((error: Error) => error.message);
  return { result, pauses };
}

suite('retryBusyFile', () => {
  test('does the work once where it succeeds', async () => {
    assert.deepEqual(await run(), { result: 'done', pauses: 0 });
  });

  test('does it again while the file is busy', async () => {
    assert.deepEqual(await run('EBUSY', 'EPERM', 'EACCES', 'EMFILE'), { result: 'done', pauses: 4 });
  });

  test('gives up where that does not pass', async () => {
    assert.deepEqual(await run(...Array.from({ length: 9 }, () => 'EBUSY')), { result: 'EBUSY', pauses: 5 });
  });

  test('does not do it again where that is no use', async () => {
    assert.deepEqual(await run('ENOSPC'), { result: 'ENOSPC', pauses: 0 });
    assert.deepEqual(await run('EBUSY', 'ENOENT'), { result: 'ENOENT', pauses: 1 });
  });
});
