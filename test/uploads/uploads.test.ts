import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { someDevices, UploadWorld } from './uploadWorld.ts';

suite('uploads', () => {
  test('create a batch, then append to it, and watch every job to its end', async () => {
    await using world = await UploadWorld.start(someDevices(5));
    const window = await world.openWindow();

    await window.upload(2);

    assert.deepEqual(
      world.submissions().map(({ is }) => is),
      ['create', 'append', 'append'],
    );
    assert.deepEqual(world.acceptances(), { S1: 1, S2: 1, S3: 1, S4: 1, S5: 1 });
    assert.equal(window.uploads.all()[0]?.phase.is, 'over');
    assert.deepEqual(
      world.record().parts.map(part => part.is === 'accepted' && part.job.is),
      ['ended', 'ended', 'ended'],
    );
  });
});
