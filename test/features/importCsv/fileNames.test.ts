import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { bareNameOf, fileNameOf } from '../../../src/features/importCsv/fileNames.ts';

suite('file names', () => {
  test('are the last part of a path', () => {
    assert.equal(fileNameOf({ path: '/c:/Users/megan/AutopilotHWID.csv' }), 'AutopilotHWID.csv');
    assert.equal(fileNameOf({ path: 'Berlin.devicebatch.jsonc' }), 'Berlin.devicebatch.jsonc');
  });

  test('stand bare without what tells their kind', () => {
    for (const name of ['Berlin.devicebatch.jsonc', 'Berlin.device-batch.json', 'Berlin.csv', 'Berlin']) {
      assert.equal(bareNameOf({ path: `/lists/${name}` }), 'Berlin');
    }
    assert.equal(bareNameOf({ path: '/lists/Berlin 2.0 list.csv' }), 'Berlin 2.0 list');
  });
});
