import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { contoso, Emulated } from './emulated.ts';

suite('startEmulator', () => {
  test('listens on the loopback at a port of its own', async () => {
    await using one = await Emulated.start();
    await using other = await Emulated.start();

    assert.equal(one.emulator.address.hostname, '127.0.0.1');
    assert.notEqual(one.emulator.address.port, other.emulator.address.port);
  });

  test('rejects when its port is taken', async () => {
    await using one = await Emulated.start();

    await assert.rejects(Emulated.start({ port: Number(one.emulator.address.port) }), { code: 'EADDRINUSE' });
  });

  test('tells of a request with its ids and body, without the secret', async () => {
    await using emulated = await Emulated.start();

    await emulated.post(
      `/v1/customers/${contoso}/deviceBatches`,
      { batchId: 'A', devices: [] },
      { 'MS-RequestId': 'r1' },
    );

    const [request] = emulated.received;
    assert.equal(request?.endpoint.is, 'create');
    assert.equal(request?.headers['ms-requestid'], 'r1');
    assert.equal(request?.body, '{"batchId":"A","devices":[]}');
    assert.equal(JSON.stringify(request).includes(emulated.emulator.secret), false);
  });

  test('keeps no more of a body than the limit', async () => {
    await using emulated = await Emulated.start();

    const { status } = await emulated.post(`/v1/customers/${contoso}/deviceBatches`, ' '.repeat(7 * 1024 * 1024));

    assert.equal(status, 413);
    assert.equal(emulated.received[0]?.body, '');
  });

  test('takes JSON only, so that no form of a web page fits', async () => {
    await using emulated = await Emulated.start();

    const { status } = await emulated.post(
      `/v1/customers/${contoso}/deviceBatches`,
      { batchId: 'A', devices: [{ productKey: '1' }] },
      { 'content-type': 'text/plain' },
    );

    assert.equal(status, 415);
    assert.equal(emulated.emulator.registry.jobs().length, 0);
  });

  test('breaks off what is still open when it stops, and frees the port', async () => {
    const emulated = await Emulated.start({ knobs: { faults: [{ fault: 'silence', when: 'received' }] } });
    const open = assert.rejects(emulated.get('/v1/customers'), { code: 'ECONNRESET' });
    while (emulated.received.length === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }

    await emulated.emulator.stop();
    await emulated.emulator.stop();

    await open;
    await assert.rejects(emulated.get('/v1/customers'), { code: 'ECONNREFUSED' });
  });
});
