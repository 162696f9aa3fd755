import assert from 'node:assert/strict';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, suite, test } from 'node:test';

import type { Lock } from '../../src/uploads/uploadPorts.ts';
import { FileRecordLocks } from '../../src/platform/recordLocks.ts';
import { scratchFolder } from '../support/scratchFolder.ts';

const id = '11111111-2222-4333-8444-555555555555';
const otherId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const minute = 60_000;

/** Machines and windows around one folder, with one clock. */
class World {
  readonly folder: string;
  readonly dead = new Set<number>();
  readonly #beats = new Set<() => void>();
  now = Date.UTC(2026, 0, 31);

  constructor(context: TestContext) {
    this.folder = scratchFolder(context);
  }

  window(pid: number, hostname = 'host'): FileRecordLocks {
    return new FileRecordLocks(this.folder, {
      pid,
      hostname,
      isAlive: other => !this.dead.has(other),
      now: () => this.now,
      every: (_, work) => {
        const beat = (): void => {
          if (!this.dead.has(pid)) {
            work();
          }
        };
        this.#beats.add(beat);
        return () => this.#beats.delete(beat);
      },
    });
  }

  /** Time passes, and no window gets to do anything: the machine sleeps. */
  sleep(ms: number): void {
    this.now += ms;
  }

  get files(): readonly string[] {
    return readdirSync(this.folder).sort();
  }

  get beating(): number {
    return this.#beats.size;
  }

  beat(): void {
    this.#beats.forEach(work => work());
  }
}

async function held(locks: FileRecordLocks, record = id): Promise<Lock> {
  const lock = await locks.acquire(record);
  assert.ok(lock, 'the lock is to be had');
  return lock;
}

/** Lets several windows ask at once. They may get in each other's way, but then the lock is to be had afterwards. */
async function assertOneHolder(world: World): Promise<void> {
  const locks = await Promise.all([1, 2, 3, 4].map(pid => world.window(pid).acquire(id)));

  const [lock, ...more] = locks.filter(each => each !== undefined);
  assert.deepEqual(more, []);
  assert.equal(await (lock ?? (await held(world.window(5)))).isHeld(), true);
  assert.equal(await world.window(6).acquire(id), undefined);
}

suite('FileRecordLocks', () => {
  test('gives a lock to one window at a time', async context => {
    const world = new World(context);

    const lock = await held(world.window(1));
    assert.equal(await world.window(2).acquire(id), undefined);
    assert.equal(await world.window(1).acquire(id), undefined);
    assert.equal(await lock.isHeld(), true);

    await lock.release();
    assert.equal(await lock.isHeld(), false);
    await held(world.window(2));
  });

  test('locks each record for itself', async context => {
    const world = new World(context);

    await held(world.window(1));
    await held(world.window(2), otherId);
  });

  test('leaves nothing behind when it is released', async context => {
    const world = new World(context);

    await (await held(world.window(1))).release();

    assert.deepEqual([world.files, world.beating], [[], 0]);
  });

  test('is not held by a window that died', async context => {
    const world = new World(context);
    const lost = await held(world.window(1));
    world.dead.add(1);

    const lock = await held(world.window(2));

    assert.deepEqual([await lost.isHeld(), await lock.isHeld()], [false, true]);
    assert.equal(world.files.length, 1);
  });

  test('is held by a window of another machine, whose process ids say nothing here', async context => {
    const world = new World(context);
    await held(world.window(1, 'container'));
    world.dead.add(1);

    assert.equal(await world.window(2).acquire(id), undefined);
  });

  test('is not held by a window that has not confirmed it for long', async context => {
    const world = new World(context);
    const lost = await held(world.window(1, 'container'));

    world.sleep(minute);
    assert.equal(await world.window(2).acquire(id), undefined);
    world.sleep(minute);
    const lock = await held(world.window(2));

    assert.deepEqual([await lost.isHeld(), await lock.isHeld()], [false, true]);
  });

  test('tells a window that slept too long that it has lost the lock, also when it wakes up and confirms', async context => {
    const world = new World(context);
    const slept = await held(world.window(1));
    world.sleep(10 * minute);
    const lock = await held(world.window(2));

    world.beat();

    assert.deepEqual([await slept.isHeld(), await lock.isHeld()], [false, true]);
    await slept.release();
    assert.deepEqual([await lock.isHeld(), await world.window(3).acquire(id)], [true, undefined]);
  });

  test('goes to no more than one of several windows that find it free at once', async context => {
    const world = new World(context);

    await assertOneHolder(world);
  });

  test('goes to no more than one of several windows that find its holder dead at once', async context => {
    const world = new World(context);
    await held(world.window(9));
    world.dead.add(9);

    await assertOneHolder(world);
  });

  test('is not held by a file of which nobody knows whose it is, once it is old', async context => {
    const world = new World(context);
    await (await held(world.window(1))).release();
    for (const text of ['', '{', '[]', '{"pid":"x"}', '{"pid":1}']) {
      const file = path.join(world.folder, `${id}.1.lock`);
      writeFileSync(file, text);
      utimesSync(file, world.now / 1000, world.now / 1000);
      assert.equal(await world.window(1).acquire(id), undefined, text);
    }

    world.sleep(2 * minute);

    await held(world.window(1));
  });

  test('is a matter of real processes, by default', async context => {
    const { folder } = new World(context);

    const lock = await held(new FileRecordLocks(folder));

    assert.equal(await new FileRecordLocks(folder).acquire(id), undefined);
    await lock.release();
  });
});
