import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { openWorkbench } from '../harness/workbench/openWorkbench.ts';

suite('the workbench', () => {
  test('opens on the samples', async () => {
    await using workbench = await openWorkbench({ name: 'samples' });
    const files = await workbench.explorerRows();
    assert(files.includes('SDKTestDeviceBatch.devicebatch.json'), `shows ${files.join(', ')}`);
  });
});
