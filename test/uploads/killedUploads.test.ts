import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { Knobs } from '../../src/emulator/knobs.ts';
import { someDevices, UploadWorld, type Window } from './uploadWorld.ts';

type Choice = 'send-again' | 'leave';

/** What an upload in three parts does outside its window, in order: where that window can die. */
async function placesOf(knobs: Partial<Knobs>): Promise<readonly string[]> {
  await using world = await UploadWorld.start(someDevices(5), { knobs, sockets: false });
  world.pollSeconds = 60;
  const places: string[] = [];
  const window = await world.openWindow(async place => void places.push(place));
  await window.upload(2);
  return places;
}

/** Uploads in a window that dies at its `last` doing outside itself. */
async function uploadUntilDeath(world: UploadWorld, last: number): Promise<void> {
  const died = Promise.withResolvers<void>();
  let doings = 0;
  const window = await world.openWindow(async () => {
    if (doings++ >= last) {
      died.resolve();
      await new Promise(() => {});
    }
  });
  await Promise.race([window.upload(2), died.promise]);
  // What is on its way still arrives, without anybody waiting for it.
  await new Promise(resolve => setImmediate(resolve));
  window.die();
}

/** The user comes back: looks at what is left, resumes it, and decides about what stays unknown. Returns the devices named as unknown. */
async function finish(window: Window, choice: Choice): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  await window.uploads.takeUpAll();
  await window.rest();
  for (;;) {
    const [view] = window.uploads.all();
    if (view === undefined) {
      await window.upload(2);
      return named;
    }
    const { record, phase } = view;
    if (phase.is === 'unknown') {
      for (const part of phase.parts) {
        const { first = 0, count = 0 } = record.parts[part] ?? {};
        record.devices.slice(first, first + count).forEach(({ serialNumber = '' }) => named.add(serialNumber));
        await window.uploads.decide(record.id, { is: 'decided', part, decision: choice });
      }
    } else if (phase.is === 'paused') {
      await window.uploads.decide(record.id, { is: 'resumed' });
    } else {
      assert.equal(phase.is, 'over');
      return named;
    }
    await window.rest();
  }
}

/** Kills an upload at each of its steps, and asserts that in the end each device was accepted once, or was named as unknown. */
async function assertNothingLostOrDoubled(choice: Choice, knobs: Partial<Knobs> = {}): Promise<void> {
  const places = await placesOf(knobs);
  assert.ok(places.length > 30, 'the upload does much outside its window');

  for (const [last, place] of places.entries()) {
    await using world = await UploadWorld.start(someDevices(5), { knobs, sockets: false });
    world.pollSeconds = 60;
    await uploadUntilDeath(world, last);
    const named = await finish(await world.openWindow(), choice);

    const accepted = world.acceptances();
    assert.ok(named.size <= 2, `only the part that was on its way is named as unknown, not ${[...named].join()}`);
    for (const { serialNumber = '' } of someDevices(5)) {
      const times = accepted[serialNumber] ?? 0;
      const says = `${serialNumber} was accepted ${times} times after a death at ${last}, ${place}`;
      assert.ok(times === 1 || named.has(serialNumber), says);
      assert.ok(choice === 'leave' ? times <= 1 : times >= 1, says);
    }
  }
}

suite('an upload whose window dies', () => {
  test('is finished by the next one, with nothing lost and nothing doubled', () => assertNothingLostOrDoubled('leave'));

  test('is not doubled by a batch that appears late', () =>
    assertNothingLostOrDoubled('leave', { batchVisibleAfterMs: 20_000 }));

  test('loses nothing where the user sends again, even if request ids are not honoured', () =>
    assertNothingLostOrDoubled('send-again', { honoursRequestIds: false, batchVisibleAfterMs: 20_000 }));
});
