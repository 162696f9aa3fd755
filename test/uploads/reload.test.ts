import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { UploadWorld } from './uploadWorld.ts';

suite('a record that another window wrote', () => {
  test('is known once it is read again, and everybody is told', async () => {
    await using world = await UploadWorld.start([{ serialNumber: 'S1' }], { sockets: false });
    const other = await world.openWindow();
    const window = await world.openWindow();
    await window.upload(1);
    const { id } = world.record();
    assert.equal(other.uploads.view(id), undefined);

    await other.uploads.reload(id);

    assert.equal(other.uploads.view(id)?.phase.is, 'over');
    assert.deepEqual(
      other.changes.map(change => [change.id, change.view?.isRunning]),
      [[id, false]],
    );
  });

  test('is gone once it is removed', async () => {
    await using world = await UploadWorld.start([{ serialNumber: 'S1' }], { sockets: false });
    const window = await world.openWindow();
    await window.upload(1);
    const { id } = world.record();
    const other = await world.openWindow();
    await window.uploads.forget(id);

    await other.uploads.reload(id);

    assert.deepEqual(other.uploads.all(), []);
    assert.deepEqual(
      other.changes.map(({ view }) => view),
      [undefined],
    );
  });

  test('is not read while this window runs the upload', async () => {
    await using world = await UploadWorld.start([{ serialNumber: 'S1' }], { sockets: false });
    world.timeStandsStill = true;
    const window = await world.openWindow();
    const started = await window.uploads.start(world.order(1), new AbortController().signal);
    assert(started.is === 'started');
    await window.uploads.whenSent(started.id);
    const before = window.uploads.view(started.id)?.record;
    world.files.set(started.id, 'damaged');

    await window.uploads.reload(started.id);

    assert.equal(window.uploads.view(started.id)?.record, before);
  });
});
