import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { pageTexts } from '../../../src/features/status/pageTexts.ts';
import { resultsCsv, resultsTsv } from '../../../src/features/status/resultsTable.ts';
import type { DeviceRow } from '../../../src/webview/protocol.ts';

const devices: readonly DeviceRow[] = [
  { number: 1, serial: 'PF-1', model: 'ThinkPad, T14', status: 'registered', byPosition: true },
  { number: 2, serial: '=HYPERLINK("x")', model: '@sum', status: 'failed', byPosition: false, explanation: 0 },
  { number: 3, serial: 'a\tb', model: '', status: 'waiting', byPosition: false },
];
const explanations = [{ wrong: 'Owned by another.', service: '-808 "Ztd"', next: '' }];
const table = { devices, explanations };

suite('results as a table', () => {
  test('as CSV: quoted where it must be, and nothing that a spreadsheet would run', () => {
    assert.deepEqual(resultsCsv(table, [2, 1], pageTexts()).split('\r\n'), [
      '\uFEFFNo.,Serial number,Model,Status,What went wrong,What Partner Center said,What to do next',
      `2,"'=HYPERLINK(""x"")",'@sum,Failed,Owned by another.,"'-808 ""Ztd""",`,
      '1,PF-1,"ThinkPad, T14",Registered (Matched by position only),,,',
      '',
    ]);
  });

  test('for the clipboard: one cell between two tabs, one device a line', () => {
    assert.deepEqual(resultsTsv(table, [1, 2, 3], pageTexts()).split('\n'), [
      'No.\tSerial number\tModel\tStatus\tWhat went wrong\tWhat Partner Center said\tWhat to do next',
      '1\tPF-1\tThinkPad, T14\tRegistered (Matched by position only)\t\t\t',
      `2\t'=HYPERLINK("x")\t'@sum\tFailed\tOwned by another.\t'-808 "Ztd"\t`,
      '3\ta b\t\tWaiting\t\t\t',
      '',
    ]);
  });

  test('of devices that are not there, nothing', () => {
    assert.equal(resultsTsv(table, [0, 4, 99], pageTexts()).split('\n').length, 2);
  });
});
