import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { UploadDevice } from '../../src/core/upload/uploadDevice.ts';
import type { Fault } from '../../src/emulator/fault.ts';
import type { Ground } from '../../src/uploads/uploadPorts.ts';
import type { UploadView } from '../../src/uploads/uploads.ts';
import { hardwareHash } from '../support/hashBuilder.ts';
import { contoso, someDevices, UploadWorld, type Window } from './uploadWorld.ts';

const minute = 60 * 1000;
const hour = 60 * minute;
const day = 24 * hour;
const neverAborted = new AbortController().signal;

/** The states of an upload's parts, and why nothing is sent: `accepted planned | batch-missing`. */
function statesOf(view: UploadView | undefined): string {
  const { parts = [], stop } = view?.record ?? {};
  const states = parts.map(part => (part.is === 'accepted' ? `${part.is}:${part.job.is}` : part.is)).join(' ');
  return stop === undefined ? states : `${states} | ${stop.is === 'paused' ? stop.because : stop.is}`;
}

/** Calls `act` the `nth` time that the window comes to `place`. */
function at(place: string, nth: number, act: () => unknown): (place: string) => Promise<void> {
  let times = 0;
  return async here => {
    if (here === place && ++times === nth) {
      await act();
    }
  };
}

async function start(window: Window, world: UploadWorld, perPart: number): Promise<string> {
  const result = await window.uploads.start(world.order(perPart), neverAborted);
  assert.ok(result.is === 'started');
  return result.id;
}

/** Uploads in a window that dies the `count`th time it does something, as another one looks on. */
async function leftBehind(world: UploadWorld, place: string, count: number): Promise<Window> {
  const died = Promise.withResolvers<void>();
  const onlooker = await world.openWindow();
  const window = await world.openWindow(
    at(place, count, async () => {
      died.resolve();
      await new Promise(() => {});
    }),
  );
  await start(window, world, 1);
  await died.promise;
  await onlooker.uploads.load();
  await onlooker.uploads.takeUpAbandoned();
  assert.equal(onlooker.uploads.all()[0]?.isRunning, false, 'left to the window that runs it');
  window.die();
  await onlooker.uploads.takeUpAbandoned();
  await onlooker.rest();
  return onlooker;
}

/** Gives every window a token, and notes whether the user might have been asked for it. */
function noteGrounds(world: UploadWorld): Ground[] {
  const grounds: Ground[] = [];
  world.account = {
    token: async (_, ground) => {
      grounds.push(ground);
      return world.service.secret;
    },
  };
  return grounds;
}

suite('an upload', () => {
  test('creates a batch, then appends to it, and watches every job to its end', async () => {
    await using world = await UploadWorld.start(someDevices(5));
    const window = await world.openWindow();

    await window.upload(2);

    assert.deepEqual(
      world.submissions().map(({ is }) => is),
      ['create', 'append', 'append'],
    );
    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1, S3: 1, S4: 1, S5: 1 });
    assert.equal(window.uploads.all()[0]?.phase.is, 'over');
    assert.equal(statesOf(window.uploads.all()[0]), 'accepted:ended accepted:ended accepted:ended');
  });

  test('appends from the first part on to a batch that is there, in the service’s spelling', async () => {
    await using world = await UploadWorld.start(someDevices(2), { sockets: false });
    world.service.registry.accept(
      { customerId: contoso, batchId: 'TEST batch', kind: 'create', devices: [{ productKey: 'K0' }] },
      world.service.knobs,
    );
    const window = await world.openWindow();

    await window.upload(1, [{ id: 'TEST batch' }]);

    assert.deepEqual(
      world.submissions().map(({ is }) => is),
      ['append', 'append'],
    );
    assert.equal(world.record().batch.id, 'TEST batch');
  });

  test('is a record on disk before it is a request', async () => {
    await using world = await UploadWorld.start(someDevices(2), { sockets: false });
    const onDisk: (string | undefined)[] = [];
    const window = await world.openWindow(async place => {
      if (place === 'before POST') {
        const part = world.record().parts.find(({ is }) => is === 'sending');
        onDisk.push(part?.is === 'sending' ? part.requestId : undefined);
      }
    });

    await window.upload(1);

    assert.deepEqual(
      world.submissions().map(({ requestId }) => requestId),
      onDisk,
    );
  });

  test('is written down anew with the id of another attempt', async () => {
    await using world = await UploadWorld.start(someDevices(1));
    world.service.knobs.faults.push({ at: 'create', fault: 'answer', status: 401 });
    const onDisk: (string | undefined)[] = [];
    const window = await world.openWindow(async place => {
      const [part] = place === 'before POST' ? world.record().parts : [];
      onDisk.push(...(part?.is === 'sending' ? [part.requestId] : []));
    });

    await window.upload(1);

    const sent = world.submissions().map(({ requestId }) => requestId);
    assert.deepEqual(onDisk, sent);
    assert.equal(new Set(sent).size, 2);
  });

  test('tells of an acceptance before it is written down', async () => {
    await using world = await UploadWorld.start(someDevices(1), { sockets: false });
    const window = await world.openWindow(
      at('before write', 3, () => assert.deepEqual(window.events, ['batch-read', 'accepted'])),
    );

    await window.upload(1);

    const [acceptance] = window.changes.flatMap(({ event }) => (event?.is === 'accepted' ? [event] : []));
    assert.equal(
      acceptance?.job.is === 'link' && acceptance.job.trackingId,
      world.service.registry.jobs()[0]?.trackingId,
    );
  });

  test('keeps serial numbers, typed or out of hashes, but no hash and no product key', async () => {
    const hash = hardwareHash({ serialNumber: 'INSIDE-1' });
    const devices: UploadDevice[] = [{ hardwareHash: hash }, { serialNumber: 'TYPED-1', productKey: '3305123456789' }];
    await using world = await UploadWorld.start(devices, { sockets: false });
    const window = await world.openWindow(async place => {
      for (const text of place === 'after write' ? world.files.values() : []) {
        assert.ok(!text.includes(hash.slice(0, 50)) && !text.includes('3305123456789'));
      }
    });

    await window.upload(2);

    assert.deepEqual(world.record().devices, [
      { serialNumber: undefined, hashSerialNumber: 'INSIDE-1', print: 'b8434ed0' },
      { serialNumber: 'TYPED-1', hashSerialNumber: undefined, print: '3fb5bcf7' },
    ]);
  });

  test('keeps what the service decided about each device', async () => {
    await using world = await UploadWorld.start([{ productKey: 'K1' }, { productKey: 'K2-812' }], { sockets: false });
    const window = await world.openWindow();

    await window.upload(2);

    const [part] = world.record().parts;
    const outcome = part?.is === 'accepted' && part.job.is === 'ended' ? part.job.outcome : undefined;
    assert.deepEqual(
      outcome?.devices.map(device => [device.is, 'error' in device ? device.error.code : '']),
      [
        ['registered', ''],
        ['failed', '812'],
      ],
    );
  });

  test('sends what was confirmed, though the manifest is edited and the user looks at a job meanwhile', async () => {
    await using world = await UploadWorld.start(someDevices(3), { sockets: false });
    const window = await world.openWindow(
      at('after POST', 1, () => {
        world.manifest = { digest: 'd2', devices: [] };
        void window.uploads.decide(window.uploads.all()[0]?.record.id ?? '', { is: 'watch-resumed' });
      }),
    );

    await window.upload(1);

    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1, S3: 1 });
  });
});

suite('an upload and its batch', () => {
  test('waits until a new batch can be appended to', async () => {
    await using world = await UploadWorld.start(someDevices(3), {
      sockets: false,
      knobs: { batchVisibleAfterMs: 3 * minute },
    });
    const window = await world.openWindow();

    await window.upload(1);

    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1, S3: 1 });
  });

  test('asks the user where the batch does not appear, half an hour after the job has ended', async () => {
    await using world = await UploadWorld.start(someDevices(2), {
      sockets: false,
      knobs: { batchVisibleAfterMs: day },
    });
    const window = await world.openWindow();
    const began = world.now;

    const id = await window.upload(1);

    assert.equal(statesOf(window.uploads.view(id)), 'accepted:ended planned | batch-missing');
    assert.ok(world.now - began >= 30 * minute && world.now - began < 35 * minute);

    world.passTime(day);
    await window.uploads.decide(id, { is: 'resumed' });
    await window.rest();
    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1 });
  });

  test('asks the user where a batch has appeared that was to be created', async () => {
    await using world = await UploadWorld.start(someDevices(1), { sockets: false });
    world.service.registry.accept(
      { customerId: contoso, batchId: 'TEST batch', kind: 'create', devices: [{ productKey: 'K0' }] },
      world.service.knobs,
    );
    const window = await world.openWindow();

    const id = await window.upload(1);
    assert.equal(statesOf(window.uploads.view(id)), 'planned | batch-appeared');
    assert.deepEqual(world.submissions(), []);

    await window.uploads.decide(id, { is: 'resumed' });
    await window.rest();
    assert.deepEqual(
      world.submissions().map(({ is }) => is),
      ['append'],
    );
  });

  test('cannot tell of devices without ids whether they arrived', async () => {
    await using world = await UploadWorld.start([{ hardwareHash: 'DummyHash1' }, { hardwareHash: 'DummyHash2' }]);
    world.service.knobs.faults.push({ at: 'append', fault: 'reset', when: 'handled' });
    const window = await world.openWindow();

    const id = await window.upload(1);

    assert.equal(statesOf(window.uploads.view(id)), 'accepted:ended unknown');
    assert.equal(world.service.registry.jobs().length, 2);
  });
});

suite('the user', () => {
  test('cancels what has not been sent, and nothing else', async () => {
    await using world = await UploadWorld.start(someDevices(3), { sockets: false });
    const window = await world.openWindow(
      at('before POST', 2, () => window.uploads.decide(window.uploads.all()[0]?.record.id ?? '', { is: 'cancelled' })),
    );

    const id = await window.upload(1);

    assert.equal(statesOf(window.uploads.view(id)), 'accepted:ended accepted:ended cancelled | cancelled');
    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1 });
  });

  test('cancels while the upload waits, which it then no longer does', async () => {
    await using world = await UploadWorld.start(someDevices(2), {
      sockets: false,
      knobs: { batchVisibleAfterMs: day },
    });
    const window = await world.openWindow();
    world.timeStandsStill = true;
    const id = await start(window, world, 1);
    await world.stoodStill.promise;

    world.timeStandsStill = false;
    await window.uploads.decide(id, { is: 'cancelled' });
    await window.rest();

    assert.equal(statesOf(window.uploads.view(id)), 'accepted:ended cancelled | cancelled');
  });

  test('sends again what is unknown, with the same request id', async () => {
    await using world = await UploadWorld.start(someDevices(2));
    world.service.knobs.faults.push({ at: 'append', fault: 'reset', when: 'received' });
    const window = await world.openWindow();
    const id = await window.upload(1);
    assert.deepEqual(window.uploads.view(id)?.phase, { is: 'unknown', parts: [1] });

    await window.uploads.decide(id, { is: 'decided', part: 1, decision: 'send-again' });
    await window.rest();

    const [, first, second] = world.submissions();
    assert.equal(first?.requestId, second?.requestId);
    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1 });
  });

  test('has what is too large sent in halves', async () => {
    await using world = await UploadWorld.start(someDevices(4));
    world.service.knobs.faults.push({ at: 'create', fault: 'answer', status: 413 });
    const window = await world.openWindow();
    const id = await window.upload(4);
    assert.equal(statesOf(window.uploads.view(id)), 'planned | failure');

    await window.uploads.decide(id, { is: 'halved' });
    await window.rest();

    assert.equal(statesOf(window.uploads.view(id)), 'accepted:ended accepted:ended');
    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1, S3: 1, S4: 1 });
  });

  test('signs out between two parts, and resumes', async () => {
    await using world = await UploadWorld.start(someDevices(2), { sockets: false });
    const window = await world.openWindow(
      at('after POST', 1, () => {
        world.account = { token: async () => undefined };
      }),
    );
    const id = await window.upload(1);
    assert.equal(statesOf(window.uploads.view(id)), 'accepted:watched planned | failure');
    assert.equal(window.uploads.view(id)?.blockage?.failure.reason, 'signed-out');

    world.account = {};
    await window.uploads.decide(id, { is: 'resumed' });
    await window.rest();

    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1 });
    assert.equal(window.uploads.view(id)?.phase.is, 'over');
  });

  test('may be asked to sign in for what is sent, but not while the upload is only watched', async () => {
    await using world = await UploadWorld.start(someDevices(1), { sockets: false, knobs: { processingMs: hour } });
    const grounds = noteGrounds(world);
    const window = await world.openWindow();

    await window.upload(1);

    // The batch was read, and the part sent.
    assert.deepEqual(grounds.slice(0, 2), ['foreground', 'foreground']);
    assert.ok(grounds.length > 10);
    assert.deepEqual(new Set(grounds.slice(2)), new Set(['background']));
  });

  test('may be asked to sign in for a look that is wanted now, while the upload is watched', async () => {
    await using world = await UploadWorld.start(someDevices(1), { sockets: false, knobs: { processingMs: hour } });
    const grounds = noteGrounds(world);
    world.timeStandsStill = true;
    const window = await world.openWindow();
    const id = await start(window, world, 1);
    await world.stoodStill.promise;
    grounds.splice(0);

    world.timeStandsStill = false;
    await window.uploads.decide(id, { is: 'watch-resumed' });
    await window.rest();

    assert.equal(grounds[0], 'foreground');
    assert.deepEqual(new Set(grounds.slice(1)), new Set(['background']));
  });

  test('may be asked to sign in for the look that is wanted now, and for none after it', async () => {
    await using world = await UploadWorld.start(someDevices(1), { sockets: false, knobs: { processingMs: hour } });
    const window = await world.openWindow(
      at('after POST', 1, () => {
        world.account = { token: async () => undefined };
      }),
    );
    const id = await window.upload(1);
    assert.equal(window.uploads.view(id)?.blockage?.failure.reason, 'signed-out');

    const grounds = noteGrounds(world);
    await window.uploads.decide(id, { is: 'watch-resumed' });
    await window.rest();

    assert.equal(grounds[0], 'foreground');
    assert.ok(grounds.length > 10);
    assert.deepEqual(new Set(grounds.slice(1)), new Set(['background']));
  });

  test('may be asked to sign in for what is sent, though the window took the upload up by itself', async () => {
    await using world = await UploadWorld.start(someDevices(2), { sockets: false, knobs: { processingMs: hour } });
    const first = await world.openWindow(
      at('after POST', 1, () => {
        world.account = { token: async () => undefined };
      }),
    );
    const id = await first.upload(1);

    const grounds = noteGrounds(world);
    world.timeStandsStill = true;
    const second = await world.openWindow();
    await second.uploads.takeUpAll();
    await world.stoodStill.promise;
    world.timeStandsStill = false;
    await second.uploads.decide(id, { is: 'resumed' });
    await second.rest();

    assert.deepEqual(grounds.slice(0, 3), ['background', 'foreground', 'foreground']);
    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1 });
  });

  test('uploads a manifest a second time only once the first is sent', async () => {
    await using world = await UploadWorld.start(someDevices(2), { sockets: false });
    const second: string[] = [];
    const again = async (): Promise<void> => {
      second.push((await window.uploads.start(world.order(1), neverAborted)).is);
    };
    const window: Window = await world.openWindow(at('before POST', 2, again));

    await window.upload(1);
    await again();
    await window.rest();

    assert.deepEqual(second, ['busy', 'started']);
  });

  test('does not upload one manifest twice at once, in one window or in two', async () => {
    await using world = await UploadWorld.start(someDevices(2), { sockets: false });
    const other = await world.openWindow();
    const results: string[] = [];
    const window: Window = await world.openWindow(
      at('before POST', 1, async () => {
        await other.uploads.load();
        results.push((await other.uploads.start(world.order(1), neverAborted)).is);
      }),
    );

    const both = await Promise.all([
      window.uploads.start(world.order(1), neverAborted),
      window.uploads.start(world.order(1), neverAborted),
    ]);
    await window.rest();

    assert.deepEqual(
      both.map(({ is }) => is),
      ['started', 'busy'],
    );
    assert.deepEqual(results, ['busy']);
    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1 });
  });

  test('forgets uploads, one or all, but none that another window runs', async () => {
    await using world = await UploadWorld.start(someDevices(1), { sockets: false });
    const window = await world.openWindow();
    const id = await window.upload(1);
    world.manifest = { digest: 'd2', devices: someDevices(1) };
    await window.upload(1);
    world.files.set('from-the-future', '{"format":2}');
    world.locks.set(id, await world.openWindow());

    assert.equal(await window.uploads.forget(id), 'elsewhere');
    await window.uploads.forgetAll();

    assert.deepEqual([...world.files.keys()], [id]);
    assert.equal(window.uploads.all().length, 1);
  });
});

suite('a trouble that passes', () => {
  const later: Fault = { at: 'append', fault: 'answer', status: 429, headers: { 'Retry-After': '1700' } };
  const onTime: Fault = { at: 'append', fault: 'rewrite' };

  test('does not hold up the user before anything is accepted', async () => {
    await using world = await UploadWorld.start(someDevices(1));
    world.service.knobs.faults.push({ at: 'create', fault: 'answer', status: 429, headers: { 'Retry-After': '1700' } });
    const window = await world.openWindow();
    const began = world.now;

    const id = await window.upload(1);

    assert.equal(statesOf(window.uploads.view(id)), 'planned | failure');
    assert.ok(world.now - began < minute);
  });

  test('may take half an hour between two parts, each time', async () => {
    await using world = await UploadWorld.start(someDevices(4));
    world.service.knobs.faults.push(later, onTime, later, onTime, later);
    const window = await world.openWindow();

    await window.upload(1);

    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1, S3: 1, S4: 1 });
  });

  test('leaves nothing unknown if the window closes meanwhile', async () => {
    await using world = await UploadWorld.start(someDevices(1));
    world.service.knobs.faults.push({ at: 'create', fault: 'answer', status: 429 });
    const closing: Promise<void>[] = [];
    const window = await world.openWindow(
      at('sleep', 1, () => void closing.push(window.uploads[Symbol.asyncDispose]())),
    );

    await start(window, world, 1);
    await window.rest();
    await Promise.all(closing);

    const [part] = world.record().parts;
    assert.deepEqual(part?.is === 'planned' && [part.requestId, part.mayHaveArrived], [
      world.submissions()[0]?.requestId,
      undefined,
    ]);
  });

  test('is no trouble of the service if the account cannot be asked, and leaves nothing unknown', async () => {
    await using world = await UploadWorld.start(someDevices(1), { sockets: false });
    const offline = new Error('No network for the sign-in');
    let asked = 0;
    // The batch can be read; the token for sending cannot be had.
    world.account = { token: async () => (++asked < 2 ? world.service.secret : Promise.reject(offline)) };
    const window = await world.openWindow();
    await start(window, world, 1);
    while (window.errors.length === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }

    assert.deepEqual(window.errors, [offline]);
    assert.equal(world.record().parts[0]?.is, 'planned');
  });
});

suite('a manifest that changed before the upload was resumed', () => {
  test('is not sent', async () => {
    await using world = await UploadWorld.start(someDevices(2), { sockets: false });
    const first = await world.openWindow(at('after POST', 1, () => world.locks.clear()));
    await start(first, world, 1);
    while (first.uploads.all()[0]?.isRunning !== false) {
      await new Promise(resolve => setImmediate(resolve));
    }
    world.manifest = { digest: 'd2', devices: someDevices(2) };
    const window = await world.openWindow();
    const [view] = window.uploads.all();

    await window.uploads.decide(view?.record.id ?? '', { is: 'resumed' });
    await window.rest();

    assert.match(statesOf(window.uploads.all()[0]), / planned \| manifest-changed$/);
  });

  test('is not sent, though the same window has gone on watching the parts before', async () => {
    await using world = await UploadWorld.start(someDevices(2));
    world.service.knobs.faults.push({ at: 'append', fault: 'answer', status: 400 });
    world.timeStandsStill = true;
    const window = await world.openWindow();
    const id = await start(window, world, 1);
    await world.stoodStill.promise;
    assert.equal(statesOf(window.uploads.view(id)), 'accepted:watched planned | failure');
    world.manifest = { digest: 'd2', devices: someDevices(2) };
    world.timeStandsStill = false;

    await window.uploads.decide(id, { is: 'resumed' });
    await window.rest();

    assert.equal(statesOf(window.uploads.view(id)), 'accepted:ended planned | manifest-changed');
    assert.deepEqual(world.acceptances(), { S1: 1 });
  });
});

/** Whether a job, which was looked at so many times, is looked at once more when the user wants, without any time passing. */
async function looksOnWish(world: UploadWorld, times: number): Promise<boolean> {
  const looks = (): number => world.requests.filter(({ endpoint }) => endpoint.is === 'status').length;
  let places: string[] = [];
  const window = await world.openWindow(async place => {
    places.push(place);
    world.timeStandsStill = looks() >= times;
  });
  const started = await window.uploads.start(world.order(1), new AbortController().signal);
  await world.stoodStill.promise;
  places = [];
  await window.uploads.decide(started.is === 'started' ? started.id : '', { is: 'watch-resumed' });
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise(resolve => setImmediate(resolve));
  }
  await window.uploads[Symbol.asyncDispose]();
  return places.includes('before GET');
}

suite('a job', () => {
  test('is watched for two days, ever less often, and again if the user wants', async () => {
    await using world = await UploadWorld.start(someDevices(1), { sockets: false, knobs: { queuedMs: 72 * hour } });
    const window = await world.openWindow();

    const id = await window.upload(1);

    assert.equal(statesOf(window.uploads.view(id)), 'accepted:unwatched');
    const looks = world.requests.filter(({ endpoint }) => endpoint.is === 'status').length;
    // Two hours at up to a minute, then 46 at ten minutes.
    assert.ok(looks > 390 && looks < 410, `${looks} looks`);

    world.passTime(day);
    await window.uploads.decide(id, { is: 'watch-resumed' });
    await window.rest();
    assert.equal(statesOf(window.uploads.view(id)), 'accepted:ended');
  });

  test('that the service does not know at first is only late', async () => {
    await using world = await UploadWorld.start(someDevices(1));
    world.service.knobs.faults.push({ at: 'status', times: 3, fault: 'answer', status: 404 });
    const window = await world.openWindow();

    const id = await window.upload(1);

    assert.equal(statesOf(window.uploads.view(id)), 'accepted:ended');
  });

  test('that the service does not know for half an hour is let go', async () => {
    await using world = await UploadWorld.start(someDevices(1));
    world.service.knobs.faults.push({ at: 'status', times: 1000, fault: 'answer', status: 404 });
    const window = await world.openWindow();

    const id = await window.upload(1);

    assert.equal(statesOf(window.uploads.view(id)), 'accepted:unwatched');
  });

  test('is not asked for before the service allows it', async () => {
    await using world = await UploadWorld.start(someDevices(1));
    world.service.knobs.faults.push({
      at: 'status',
      fault: 'answer',
      status: 429,
      headers: { 'Retry-After': '3600' },
    });
    const began = world.now;
    const window = await world.openWindow();

    const id = await window.upload(1);

    assert.equal(statesOf(window.uploads.view(id)), 'accepted:ended');
    assert.ok(world.now - began >= hour);
  });

  test('is looked at as soon as the user wants', async () => {
    await using world = await UploadWorld.start(someDevices(1), { sockets: false, knobs: { queuedMs: hour } });
    assert.equal(await looksOnWish(world, 5), true);
  });

  test('is not, while the service wants to be left alone', async () => {
    await using world = await UploadWorld.start(someDevices(1), { knobs: { queuedMs: hour } });
    const headers = { 'Retry-After': '3600' };
    world.service.knobs.faults.push({ at: 'status', fault: 'answer', status: 429, headers });
    assert.equal(await looksOnWish(world, 1), false);
  });

  test('is blocked where the account may not look, until the user has done something', async () => {
    await using world = await UploadWorld.start(someDevices(1));
    world.service.knobs.faults.push({ at: 'status', fault: 'answer', status: 403 });
    const window = await world.openWindow();

    const id = await window.upload(1);
    assert.equal(window.uploads.view(id)?.blockage?.failure.reason, 'forbidden');
    assert.equal(statesOf(window.uploads.view(id)), 'accepted:watched');

    await window.uploads.takeUpAll();
    await window.rest();
    assert.equal(statesOf(window.uploads.view(id)), 'accepted:ended');
    assert.equal(window.uploads.view(id)?.blockage, undefined);
  });
});

suite('two windows', () => {
  test('do not run one upload, and both know of it', async () => {
    await using world = await UploadWorld.start(someDevices(2), { sockets: false });
    const other = await world.openWindow();
    const seen: string[] = [];
    const window = await world.openWindow(
      at('before POST', 2, async () => {
        await other.uploads.load();
        const [view] = other.uploads.all();
        await other.uploads.takeUpAll();
        seen.push(statesOf(view), await other.uploads.decide(view?.record.id ?? '', { is: 'cancelled' }));
      }),
    );

    await window.upload(1);

    assert.deepEqual(seen, ['accepted:watched sending', 'elsewhere']);
    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1 });
  });

  test('never both send, even if one had to sign in first', async () => {
    await using world = await UploadWorld.start(someDevices(1), { sockets: false });
    const suspended = await world.openWindow();
    let asked = 0;
    world.account = {
      token: async () => {
        // The batch has been read and all is written down; only the token for sending is missing.
        if (++asked === 2) {
          world.locks.clear();
        }
        return world.service.secret;
      },
    };

    await start(suspended, world, 1);
    await suspended.rest();

    assert.deepEqual(world.submissions(), []);
  });

  test('never both send, even if one waits to send again', async () => {
    await using world = await UploadWorld.start(someDevices(1));
    world.service.knobs.faults.push({ at: 'create', fault: 'answer', status: 429 });
    const suspended = await world.openWindow(at('sleep', 1, () => world.locks.clear()));

    await start(suspended, world, 1);
    await suspended.rest();

    assert.equal(world.submissions().length, 1);
    assert.equal(suspended.uploads.all()[0]?.isRunning, false);
  });

  test('never both send: the one that was suspended finds its lock gone', async () => {
    await using world = await UploadWorld.start(someDevices(3), { sockets: false });
    const other = await world.openWindow();
    const suspended = await world.openWindow(
      at('after POST', 1, async () => {
        world.locks.clear();
        await other.uploads.load();
        await other.uploads.takeUpAll();
      }),
    );
    await start(suspended, world, 1);
    await suspended.rest();
    await other.rest();
    await other.uploads.decide(other.uploads.all()[0]?.record.id ?? '', { is: 'resumed' });
    await other.rest();

    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1, S3: 1 });
    assert.equal(statesOf(other.uploads.all()[0]), 'accepted:untracked accepted:ended accepted:ended');
  });
});

suite('an upload whose window is gone', () => {
  test('is watched by one that is open, until all is known', async () => {
    await using world = await UploadWorld.start(someDevices(2), { sockets: false });

    const onlooker = await leftBehind(world, 'before GET', 5);

    assert.equal(statesOf(onlooker.uploads.all()[0]), 'accepted:ended accepted:ended');
    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1 });
  });

  test('is left alone while something of it is to be sent: that is up to the user', async () => {
    await using world = await UploadWorld.start(someDevices(2), { sockets: false });

    const onlooker = await leftBehind(world, 'before POST', 2);

    assert.equal(statesOf(onlooker.uploads.all()[0]), 'accepted:watched sending');
    assert.deepEqual(world.acceptances(), { S1: 1 });
  });

  test('is not taken up where it was blocked before', async () => {
    await using world = await UploadWorld.start(someDevices(1));
    world.service.knobs.faults.push({ at: 'status', fault: 'answer', status: 403 });
    const window = await world.openWindow();
    const id = await window.upload(1);

    await window.uploads.takeUpAbandoned();

    assert.equal(window.uploads.view(id)?.isRunning, false);
    assert.equal(window.uploads.view(id)?.blockage?.failure.reason, 'forbidden');
  });

  test('goes back to a window that another took it from', async () => {
    await using world = await UploadWorld.start(someDevices(1), { knobs: { queuedMs: hour } });
    const window = await world.openWindow(at('sleep', 1, () => world.locks.clear()));
    const id = await window.upload(1);
    await window.uploads.load();
    assert.equal(statesOf(window.uploads.view(id)), 'accepted:watched');

    await window.uploads.takeUpAbandoned();
    await window.rest();

    assert.equal(statesOf(window.uploads.view(id)), 'accepted:ended');
  });
});

suite('the disk', () => {
  test('that is full stops an upload before anything is sent', async () => {
    await using world = await UploadWorld.start(someDevices(1), { sockets: false });
    const window = await world.openWindow(at('before write', 1, () => Promise.reject(new Error('full'))));

    await assert.rejects(window.upload(1), /full/);

    assert.deepEqual(world.submissions(), []);
    assert.deepEqual(window.uploads.all(), []);
    assert.equal(world.locks.size, 0);
  });

  test('that is full between two parts loses nothing', async () => {
    await using world = await UploadWorld.start(someDevices(2), { sockets: false });
    const window = await world.openWindow(at('before write', 3, () => Promise.reject(new Error('full'))));
    await start(window, world, 1);
    while (window.errors.length === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }

    const next = await world.openWindow();
    await next.uploads.takeUpAll();
    await next.rest();

    assert.equal(statesOf(next.uploads.all()[0]), 'accepted:untracked planned | interrupted');
    assert.deepEqual(world.acceptances(), { S1: 1 });
  });

  test('may hold what cannot be read, which is named and left alone', async () => {
    await using world = await UploadWorld.start(someDevices(1), { sockets: false });
    world.files.set('a', '{"format":2}');
    world.files.set('b', '{"format":');
    const window = await world.openWindow();

    assert.deepEqual(await window.uploads.load(), [
      { id: 'a', is: 'from-the-future' },
      { id: 'b', is: 'damaged' },
    ]);
    assert.equal(world.files.size, 2);
  });

  test('is cleared of old uploads of which nothing more will come', async () => {
    await using world = await UploadWorld.start(someDevices(1), { sockets: false });
    const window = await world.openWindow();
    await window.upload(1);

    await window.uploads.prune(180);
    assert.equal(world.files.size, 1);

    world.passTime(181 * day);
    await window.uploads.prune(180);
    assert.equal(world.files.size, 0);
  });
});

suite('a window that closes', () => {
  test('stops where it is', async () => {
    await using world = await UploadWorld.start(someDevices(3), { sockets: false });
    const closing: Promise<void>[] = [];
    const window = await world.openWindow(
      at('after POST', 1, () => void closing.push(window.uploads[Symbol.asyncDispose]())),
    );
    await start(window, world, 1);
    await window.rest();
    await Promise.all(closing);

    assert.equal(world.submissions().length, 1);
    assert.equal(world.locks.size, 0);
    assert.equal(window.uploads.all()[0]?.phase.is, 'sending');
  });
});
