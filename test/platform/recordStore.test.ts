import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';

import { RecordStoreError } from '../../src/platform/recordFolder.ts';
import { FileRecordStore } from '../../src/platform/recordStore.ts';
import { scratchFolder } from '../support/scratchFolder.ts';

const one = '11111111-2222-4333-8444-555555555555';
const two = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const hour = 60 * 60 * 1000;

function modeOf(file: string): string {
  return (statSync(file).mode & 0o777).toString(8);
}

suite('FileRecordStore', () => {
  test('has nothing before anything was written, and makes no folder for that', async context => {
    const folder = scratchFolder(context);
    const store = new FileRecordStore(folder);

    assert.deepEqual(await store.ids(), []);
    assert.equal(await store.read(one), undefined);
    await store.remove(one);
    await store.removeLeftovers(0);
    assert.throws(() => statSync(folder), /ENOENT/);
  });

  test('reads what was written, also in another window', async context => {
    const folder = scratchFolder(context);

    await new FileRecordStore(folder).write(one, 'ä');
    await new FileRecordStore(folder).write(two, 'b');
    await new FileRecordStore(folder).write(one, 'c');

    const store = new FileRecordStore(folder);
    assert.deepEqual([await store.read(one), await store.read(two)], ['c', 'b']);
    assert.deepEqual([...(await store.ids())].sort(), [one, two]);
  });

  test('forgets what was removed', async context => {
    const store = new FileRecordStore(scratchFolder(context));
    await store.write(one, 'a');

    await store.remove(one);

    assert.deepEqual([await store.ids(), await store.read(one)], [[], undefined]);
  });

  test('leaves nothing but the record, for its owner only', async context => {
    const folder = scratchFolder(context);
    const store = new FileRecordStore(folder);

    await store.write(one, 'a');
    await store.write(one, 'b');

    assert.deepEqual(readdirSync(folder), [`${one}.json`]);
    assert.deepEqual([modeOf(folder), modeOf(path.join(folder, `${one}.json`))], ['700', '600']);
  });

  test('takes a folder back that others may read', async context => {
    const folder = scratchFolder(context);
    mkdirSync(folder, { mode: 0o755 });
    chmodSync(folder, 0o755);

    await new FileRecordStore(folder).write(one, 'a');

    assert.equal(modeOf(folder), '700');
  });

  test('keeps the earlier text where the new one cannot be written', async context => {
    const folder = scratchFolder(context);
    const store = new FileRecordStore(folder);
    await store.write(one, 'a');
    // A record's name that is a folder cannot be renamed onto.
    mkdirSync(path.join(folder, `${two}.json`, 'x'), { recursive: true });

    await assert.rejects(store.write(two, 'b'), RecordStoreError);

    assert.equal(await store.read(one), 'a');
    assert.deepEqual(readdirSync(folder).sort(), [`${one}.json`, `${two}.json`]);
  });

  test('lets two windows write at once: one of the texts is there, whole', async context => {
    const folder = scratchFolder(context);
    const texts = ['a', 'b', 'c', 'd'].map(letter => letter.repeat(100_000));

    await Promise.all(texts.map(text => new FileRecordStore(folder).write(one, text)));

    assert.ok(texts.includes(readFileSync(path.join(folder, `${one}.json`), 'utf8')));
    assert.deepEqual(readdirSync(folder), [`${one}.json`]);
  });

  test('leaves a whole record when its window is killed while it writes', async context => {
    const folder = scratchFolder(context);
    const store = JSON.stringify(new URL('../../src/platform/recordStore.ts', import.meta.url).href);
    const script = `
      const { FileRecordStore } = await import(${store});
      const store = new FileRecordStore(${JSON.stringify(folder)});
      for (let round = 0; ; round++) {
        await store.write('${one}', String.fromCharCode(97 + (round % 26)).repeat(300_000));
        console.log(round);
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rounds = 0;
    child.stdout.on('data', () => {
      rounds++;
      if (rounds === 3) {
        child.kill('SIGKILL');
      }
    });
    await once(child, 'close');

    const text = await new FileRecordStore(folder).read(one);
    assert.match(text ?? '', /^([a-z])\1{299999}$/);
  });

  test('takes nothing else in the folder for a record', async context => {
    const folder = scratchFolder(context);
    const store = new FileRecordStore(folder);
    await store.write(one, 'a');
    for (const name of [`${two}.${one}.tmp`, `${two}.1.lock`, '.DS_Store', 'x.json', `${two}.json.bak`]) {
      writeFileSync(path.join(folder, name), '');
    }

    assert.deepEqual(await store.ids(), [one]);
  });

  test('removes what a window left behind that died while it wrote, but not what another is writing', async context => {
    const folder = scratchFolder(context);
    const store = new FileRecordStore(folder);
    await store.write(one, 'a');
    for (const [name, mtime] of [
      [`${one}.${one}.tmp`, 0],
      [`${one}.${two}.tmp`, 2 * hour],
      ['other.tmp', 0],
    ] as const) {
      writeFileSync(path.join(folder, name), 'half');
      utimesSync(path.join(folder, name), mtime / 1000, mtime / 1000);
    }

    await store.removeLeftovers(2 * hour);

    assert.deepEqual(readdirSync(folder).sort(), [`${one}.${two}.tmp`, `${one}.json`, 'other.tmp'].sort());
    assert.equal(await store.read(one), 'a');
  });

  test('lets no id lead out of the folder', async context => {
    const store = new FileRecordStore(scratchFolder(context));

    for (const id of ['', '..', '../x', `${one}/../../x`, `${one}\0`, one.toUpperCase().replaceAll('1', 'Z')]) {
      await assert.rejects(store.write(id, 'a'), RecordStoreError, id);
      await assert.rejects(store.read(id), RecordStoreError, id);
      await assert.rejects(store.remove(id), RecordStoreError, id);
    }
  });
});
