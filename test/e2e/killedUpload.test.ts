import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';

import type { Endpoint } from '../../src/emulator/endpoint.ts';
import type { Fault } from '../../src/emulator/fault.ts';
import { phaseOf } from '../../src/uploads/uploadPhase.ts';
import type { PartState } from '../../src/uploads/uploadRecord.ts';
import { EmulatorWindow, serialNumbersOf } from '../harness/emulatorWindow.ts';
import { eventually } from '../harness/eventually.ts';
import type { HoldOrder } from '../harness/recordHold.ts';

/** A moment of an upload in three parts, at which its extension host ends. */
interface Moment {
  /** Where the host is held, if that is in its own doing. */
  readonly held?: readonly [HoldOrder['when'], RegExp];
  /** What the service does wrong. */
  readonly faults?: readonly Fault[];
  /** The last requests that the service has handled by then, among others, in order. */
  readonly handled?: readonly Endpoint['is'][];
  /** What the record on disk then says of the parts. */
  readonly parts: readonly PartState['is'][];
  /** How many devices the service has then accepted. */
  readonly accepted: number;
}

const silentCreate: Fault = { at: 'create', fault: 'silence', when: 'handled' };
const silentAppend: Fault = { at: 'append', fault: 'silence', when: 'handled' };
const noBatches: Fault = { at: 'batches', fault: 'rewrite', times: 1000, body: '{"totalCount":0,"items":[]}' };

/** Seconds within which an extension host that was killed is back, also on a machine that has much to do. */
const patience = 60;

const unknown = 'not known whether 2 devices were accepted';
const interrupted = 'The upload was interrupted';

const betweenParts: Moment = {
  held: ['after', /"is":"accepted"/],
  parts: ['accepted', 'planned', 'planned'],
  accepted: 2,
};

/** One for each test, and each with a manifest of its own. */
const batches = [
  'before-request',
  'after-request',
  'after-answer',
  'waiting-for-batch',
  'writing-record',
  'reloaded',
  'between-parts',
  'changed-manifest',
];

suite('an upload in parts that is broken off', () => {
  let window: EmulatorWindow;

  before(async () => {
    window = await EmulatorWindow.open('killed-upload', batches);
  });

  after(async () => window?.[Symbol.asyncDispose]());

  test('killed before the request leaves: the part is not found, and sent again when the user says so', async () => {
    const batch = 'before-request';
    await uploadUntil(window, batch, {
      held: ['after', /"is":"sending"/],
      parts: ['sending', 'planned', 'planned'],
      accepted: 0,
    });
    await window.workbench.crash(() => letGo(window));
    await eventually(() => assertParts(window, batch, ['unknown', 'planned', 'planned']), patience);
    await window.answer(unknown, 'Send Again');
    await assertEachOnce(window, batch);
  });

  test('killed after the request: the part is not shown, named as unknown, and left so by the user', async () => {
    const batch = 'after-request';
    await uploadUntil(window, batch, {
      faults: [silentCreate],
      handled: ['create'],
      parts: ['sending', 'planned', 'planned'],
      accepted: 2,
    });
    await window.workbench.crash(() => window.emulator.turn({ faults: [noBatches] }));
    await window.answer(unknown, 'Leave It');
    await letGo(window);
    await window.answer(interrupted, 'Send the Rest');
    await assertEachOnce(window, batch, ['left', 'accepted', 'accepted']);
    await window.shows('It is not known whether 2 of the 6 devices for Contoso were accepted.');
  });

  test('killed after the answer: the part is found, and not sent again even by a user who is late', async () => {
    const batch = 'after-answer';
    await uploadUntil(window, batch, {
      held: ['before', /"is":"accepted"/],
      parts: ['sending', 'planned', 'planned'],
      accepted: 2,
    });
    await window.workbench.crash(() => letGo(window));
    await eventually(() => assertParts(window, batch, ['accepted', 'planned', 'planned']), patience);
    await window.answer(unknown, 'Send Again');
    await window.answer(interrupted, 'Send the Rest');
    await assertEachOnce(window, batch);
  });

  test('killed while it waits for the batch: the rest is sent when the user says so', async () => {
    const batch = 'waiting-for-batch';
    await uploadUntil(window, batch, {
      faults: [noBatches],
      handled: ['create', 'batches', 'batches'],
      parts: ['accepted', 'planned', 'planned'],
      accepted: 2,
    });
    await window.workbench.crash(() => letGo(window));
    await window.answer(interrupted, 'Send the Rest');
    await assertEachOnce(window, batch);
  });

  test('killed while it writes the record: the earlier one counts, and the rest is sent when the user says so', async () => {
    const batch = 'writing-record';
    await uploadUntil(window, batch, {
      held: ['before', /"is":"accepted".*"is":"sending"/],
      parts: ['accepted', 'planned', 'planned'],
      accepted: 2,
    });
    assert.equal(window.unfinishedWrites(batch), 1);
    await window.workbench.crash(() => letGo(window));
    await window.answer(interrupted, 'Send the Rest');
    await assertEachOnce(window, batch);
  });

  test('reloaded in the middle of a request: the part is found, and the rest sent when the user says so', async () => {
    const batch = 'reloaded';
    await uploadUntil(window, batch, {
      faults: [silentAppend],
      handled: ['append'],
      parts: ['accepted', 'sending', 'planned'],
      accepted: 4,
    });
    await letGo(window);
    await window.workbench.reload();
    await window.answer(unknown, 'Keep Looking');
    await window.answer(interrupted, 'Send the Rest');
    await assertEachOnce(window, batch);
  });

  test('killed between parts beside another window: that one sends nothing before, and the rest when the user says so', async () => {
    const batch = 'between-parts';
    await uploadUntil(window, batch, betweenParts);
    const kill = await window.workbench.hang();
    await window.upload(batch);
    await window.shows('This manifest is being uploaded already.');
    assert.deepEqual(await window.accepted(batch), serialNumbersOf(batch).slice(0, 2));

    kill();
    await letGo(window);
    await window.workbench.runCommand('Device Batch: Resume Upload');
    await window.workbench.quickInput.pick(batch);
    await window.answer(interrupted, 'Send the Rest');
    await assertEachOnce(window, batch);
  });

  test('killed between parts, and with another manifest since: the rest is not sent, but offered as a manifest', async () => {
    const batch = 'changed-manifest';
    const devices = serialNumbersOf(batch);
    await uploadUntil(window, batch, betweenParts);
    await window.workbench.crash(async () => {
      await letGo(window);
      window.addDevice(batch, 'added');
    });
    await window.answer(interrupted, 'Send the Rest');
    await window.answer('The manifest has changed', 'New Manifest of Unsent Devices');
    await window.workbench.activeTab(`${batch}.devicebatch.jsonc`);
    const text = (await window.workbench.editor.lines()).join('\n');
    const offered = Array.from(text.matchAll(/"serialNumber": "(.+?)"/g), ([, serial]) => serial);
    assert.deepEqual(offered, devices.slice(2));
    assert.deepEqual(await window.accepted(batch), devices.slice(0, 2));
  });

  test('is over in the end, with every device registered once', async () => {
    for (const batch of batches.filter(name => name !== 'changed-manifest')) {
      await eventually(async () => {
        const record = window.record(batch);
        assert.equal(record && phaseOf(record).is, 'over', batch);
        assert.deepEqual(await window.registered(batch), serialNumbersOf(batch));
      }, patience);
    }
  });
});

/** Starts an upload and waits until it is at the moment. */
async function uploadUntil(window: EmulatorWindow, batch: string, moment: Moment): Promise<void> {
  const { held, faults = [], handled = [], parts, accepted } = moment;
  await window.emulator.turn({ faults: [...faults] });
  if (held !== undefined) {
    const [when, pattern] = held;
    window.hold.order(when, batch, pattern);
  }
  const earlier = window.emulator.handled.length;
  await window.upload(batch);
  await eventually(() => {
    assert.equal(window.hold.holds, held !== undefined);
    assertInOrder(window.emulator.handled.slice(earlier), handled);
    assertParts(window, batch, parts);
  }, patience);
  assert.deepEqual(await window.accepted(batch), serialNumbersOf(batch).slice(0, accepted));
}

/** From now on nothing holds the extension, and the service behaves. */
async function letGo({ hold, emulator }: EmulatorWindow): Promise<void> {
  hold.release();
  await emulator.turn({ faults: [] });
}

function assertInOrder(handled: readonly string[], wanted: readonly string[]): void {
  let next = 0;
  for (const endpoint of wanted) {
    next = handled.indexOf(endpoint, next) + 1;
    assert.ok(next > 0, `${wanted.join()} in ${handled.join()}`);
  }
}

function assertParts(window: EmulatorWindow, batch: string, states: readonly PartState['is'][]): void {
  const parts = window.record(batch)?.parts ?? [];
  assert.deepEqual(
    parts.map(({ is }) => is),
    states,
  );
}

/** Asserts that the parts come to these states, and that the service has then accepted every device once. */
async function assertEachOnce(
  window: EmulatorWindow,
  batch: string,
  states: readonly PartState['is'][] = ['accepted', 'accepted', 'accepted'],
): Promise<void> {
  await eventually(() => assertParts(window, batch, states), patience);
  assert.deepEqual(await window.accepted(batch), serialNumbersOf(batch));
}
