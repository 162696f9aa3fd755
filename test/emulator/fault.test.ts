import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { Fault } from '../../src/emulator/fault.ts';
import { contoso, Emulated } from './emulated.ts';

const batches = `/v1/customers/${contoso}/deviceBatches`;
const upload = { batchId: 'A', devices: [{ productKey: 'K1' }] };

/** Asserts that a create ends without an answer, and whether it was accepted all the same. */
async function assertNoAnswer(fault: Fault, wasAccepted: boolean): Promise<void> {
  await using emulated = await Emulated.start({ knobs: { faults: [fault] } });

  await assert.rejects(emulated.post(batches, upload));

  assert.equal(emulated.emulator.registry.jobs().length, wasAccepted ? 1 : 0);
}

suite('faults', () => {
  test('reset the connection before anything is done', async () => {
    await assertNoAnswer({ fault: 'reset', when: 'head' }, false);
    await assertNoAnswer({ fault: 'reset', when: 'body' }, false);
    await assertNoAnswer({ fault: 'reset', when: 'received' }, false);
  });

  test('lose the answer to an accepted upload', async () => {
    await assertNoAnswer({ fault: 'reset', when: 'handled' }, true);
    await assertNoAnswer({ fault: 'cut' }, true);
  });

  test('leave a request without an answer', async () => {
    for (const when of ['received', 'handled'] as const) {
      const emulated = await Emulated.start({ knobs: { faults: [{ fault: 'silence', when }] } });
      const open = assert.rejects(emulated.post(batches, upload));
      while (emulated.received.length === 0) {
        await new Promise(resolve => setImmediate(resolve));
      }
      await emulated.emulator.stop();
      await open;

      assert.equal(emulated.emulator.registry.jobs().length, when === 'handled' ? 1 : 0);
    }
  });

  test('answer anything instead of doing anything', async () => {
    const body = '{"statusCode":429,"message":"Rate limit is exceeded. Try again in 57 seconds."}';
    await using emulated = await Emulated.start({
      knobs: { faults: [{ fault: 'answer', status: 429, headers: { 'Retry-After': '57' }, body }] },
    });

    const answer = await emulated.post(batches, upload);

    assert.deepEqual([answer.status, answer.headers['retry-after'], answer.body], [429, '57', body]);
    assert.equal(emulated.emulator.registry.jobs().length, 0);
  });

  test('change parts of the answer to an accepted upload', async () => {
    await using emulated = await Emulated.start();
    const trackingId = (): string => emulated.emulator.registry.jobs().at(-1)?.trackingId ?? '';

    emulated.emulator.knobs.faults.push(
      { fault: 'rewrite', headers: { Location: '{origin}/v1/customers/{customer}/batchjobstatus/{tracking}' } },
      { fault: 'rewrite', status: 200, headers: { Location: null }, body: '\uFEFF{"uri":"x/{tracking}"}' },
    );
    const moved = await emulated.post(batches, upload);
    assert.equal(
      moved.headers['location'],
      `${emulated.emulator.address.origin}/v1/customers/${contoso}/batchjobstatus/${trackingId()}`,
    );

    const inBody = await emulated.post(`${batches}/A/devices`, [{ productKey: 'K2' }]);
    assert.deepEqual([inBody.status, inBody.headers['location']], [200, undefined]);
    assert.equal(inBody.body.replace('\uFEFF', ''), `{"uri":"x/${trackingId()}"}`);
  });

  test('happen at their endpoint only, and as often as they say', async () => {
    await using emulated = await Emulated.start({
      knobs: { faults: [{ at: 'batches', times: 2, fault: 'answer', status: 503 }] },
    });

    const statuses = [];
    for (const path of ['/v1/customers', batches, batches, batches]) {
      statuses.push((await emulated.get(path)).status);
    }

    assert.deepEqual(statuses, [200, 503, 503, 200]);
    assert.deepEqual(emulated.emulator.knobs.faults, []);
  });

  test('let an answer wait', async () => {
    const waits: number[] = [];
    await using emulated = await Emulated.start({
      knobs: { answerAfterMs: 200 },
      sleep: milliseconds => Promise.resolve(void waits.push(milliseconds)),
    });

    await emulated.get(batches);

    assert.deepEqual(waits, [200]);
  });
});
