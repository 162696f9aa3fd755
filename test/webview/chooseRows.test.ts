import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { chooseRows } from '../../src/webview/chooseRows.ts';
import type { DeviceRow, Look } from '../../src/webview/protocol.ts';

const compare = new Intl.Collator('en', { numeric: true }).compare;
const statuses = {
  registered: 'Registered',
  'already-registered': 'Already registered',
  failed: 'Failed',
  waiting: 'Waiting',
  unanswered: 'No answer',
  unknown: 'Not known',
  'not-sent': 'Not sent',
};
const explanations = [
  { wrong: 'Owned by another', service: '808 ZtdDeviceAssignedToOtherTenant', next: 'Have it released' },
  { wrong: 'Cut hash', service: '802 InvalidZtdHardwareHash', next: 'Collect it again' },
];

function row(number: number, serial: string, changes: Partial<DeviceRow> = {}): DeviceRow {
  return { number, serial, model: '', status: 'registered', byPosition: false, ...changes };
}

const devices: readonly DeviceRow[] = [
  row(1, 'PF-10', { model: 'ThinkPad T14' }),
  row(2, 'PF-9', { status: 'failed', explanation: 0 }),
  row(3, '', { status: 'waiting' }),
  row(4, '5CG', { status: 'failed', explanation: 1, byPosition: true }),
  row(5, '5CH', { status: 'unknown' }),
  row(6, '5CI', { status: 'already-registered', model: 'Latitude' }),
  row(7, '5CJ', { status: 'unanswered' }),
  row(8, '5CK', { status: 'not-sent' }),
];

function assertChosen(look: Partial<Look>, numbers: readonly number[]): void {
  const whole = { search: '', filter: 'all', sort: { column: 'number', descending: false }, ...look } as const;
  const words = { texts: { statuses, byPosition: 'Matched by position only' }, explanations, compare };
  assert.deepEqual(
    chooseRows(devices, whole, words).map(({ number }) => number),
    numbers,
  );
}

suite('the rows of the table', () => {
  test('are all devices', () => assertChosen({}, [1, 2, 3, 4, 5, 6, 7, 8]));

  test('are found by whatever they say', () => {
    assertChosen({ search: 'pf-' }, [1, 2]);
    assertChosen({ search: 'latitude' }, [6]);
    assertChosen({ search: '808' }, [2]);
    assertChosen({ search: 'collect AGAIN' }, [4]);
    assertChosen({ search: 'position' }, [4]);
    assertChosen({ search: 'registered' }, [1, 6]);
    assertChosen({ search: '8' }, [2, 4, 8]);
  });

  test('have every word of a search', () => {
    assertChosen({ search: ' pf   thinkpad ' }, [1]);
    assertChosen({ search: 'pf latitude' }, []);
  });

  test('are in one group each', () => {
    assertChosen({ filter: 'failed' }, [2, 4]);
    assertChosen({ filter: 'waiting' }, [3]);
    assertChosen({ filter: 'done' }, [1, 6]);
    assertChosen({ filter: 'unanswered' }, [5, 7, 8]);
  });

  test('are filtered and searched at once', () => assertChosen({ filter: 'failed', search: 'pf' }, [2]));

  test('are sorted by number', () =>
    assertChosen({ sort: { column: 'number', descending: true } }, [8, 7, 6, 5, 4, 3, 2, 1]));

  test('are sorted by serial numbers as people count', () =>
    assertChosen({ filter: 'all', sort: { column: 'serial', descending: false } }, [3, 4, 5, 6, 7, 8, 2, 1]));

  test('are sorted by status, worst first', () =>
    assertChosen({ sort: { column: 'status', descending: false } }, [2, 4, 7, 5, 8, 3, 6, 1]));

  test('stay in the order of their numbers where they are equal, in either direction', () => {
    assertChosen({ sort: { column: 'next', descending: false } }, [1, 3, 5, 6, 7, 8, 4, 2]);
    assertChosen({ sort: { column: 'next', descending: true } }, [2, 4, 1, 3, 5, 6, 7, 8]);
    assertChosen({ sort: { column: 'wrong', descending: true } }, [2, 4, 1, 3, 5, 6, 7, 8]);
    assertChosen({ sort: { column: 'model', descending: true } }, [1, 6, 2, 3, 4, 5, 7, 8]);
  });
});
