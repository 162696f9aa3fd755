import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { DeviceIdentity } from '../../../src/core/upload/deviceIdentity.ts';
import type { DeviceReport, JobReport } from '../../../src/core/upload/jobReport.ts';
import { countOutcomes, foldReport, type PartOutcome, verdictOf } from '../../../src/core/upload/outcome.ts';
import { Random } from '../../support/random.ts';

/** Asserts what an answer decides: `'failed 808 ZtdDeviceAssignedToOtherTenant'`; `undefined` while nothing. */
function assertVerdict(answer: DeviceReport, verdict: string | undefined) {
  const found = verdictOf(answer);
  const error = found !== undefined && 'error' in found ? [found.error.code, found.error.description] : [];
  assert.equal(found && [found.is, ...error].filter(Boolean).join(' '), verdict);
}

suite('verdictOf', () => {
  test('registered', () => assertVerdict({ status: 'finished' }, 'registered'));
  test('registered, said with an empty error', () =>
    assertVerdict({ status: 'Finished', errorCode: '0', errorDescription: ' ' }, 'registered'));
  test('registered, with a word about it', () =>
    assertVerdict({ status: 'finished', errorCode: '', errorDescription: 'Success' }, 'registered'));
  test('failed', () =>
    assertVerdict(
      { status: 'finished_with_errors', errorCode: '808', errorDescription: 'ZtdDeviceAssignedToOtherTenant' },
      'failed 808 ZtdDeviceAssignedToOtherTenant',
    ));
  test('failed, by its state alone', () => assertVerdict({ status: 'FinishedWithErrors' }, 'failed'));
  test('failed, by a word for error that is no known state', () => assertVerdict({ status: 'Error' }, 'failed'));
  test('failed, by its code, whatever the state says', () =>
    assertVerdict({ status: 'finished', errorCode: '999' }, 'failed 999'));
  test('failed, by its code, while it is processed', () =>
    assertVerdict({ status: 'processing', errorCode: '802' }, 'failed 802'));
  test('failed, by a known name without a code', () =>
    assertVerdict({ status: 'finished', errorDescription: 'HashNot4k' }, 'failed HashNot4k'));
  test('already registered', () =>
    assertVerdict({ status: 'finished_with_errors', errorCode: '806' }, 'already-registered 806'));
  test('already registered, by name alone', () =>
    assertVerdict({ errorDescription: 'ZtdDeviceAlreadyAssigned' }, 'already-registered ZtdDeviceAlreadyAssigned'));
  test('failed, where the name contradicts code 806', () =>
    assertVerdict(
      { status: 'finished_with_errors', errorCode: '806', errorDescription: 'ZtdDeviceAssignedToOtherTenant' },
      'failed 806 ZtdDeviceAssignedToOtherTenant',
    ));
  for (const status of ['queued', 'processing', 'in-progress', 'InProgress', 'unknown', '', undefined, 'anything']) {
    test(`nothing yet while ${status}`, () => assertVerdict({ status }, undefined));
  }
});

/** The outcome after the reports, one after the other. */
function fold(devices: readonly DeviceIdentity[], first: JobReport, ...later: readonly JobReport[]): PartOutcome {
  return later.reduce((known, report) => foldReport(known, devices, report), foldReport(undefined, devices, first));
}

/** Asserts the devices' outcomes: `'failed by serial-number'`, `'waiting'`. */
function assertOutcome(outcome: PartOutcome, ...expected: readonly string[]) {
  assert.deepEqual(
    outcome.devices.map(device => ('matchedBy' in device ? `${device.is} by ${device.matchedBy}` : device.is)),
    expected,
  );
}

const [a, b] = [{ serialNumber: 'A' }, { serialNumber: 'B' }];
const done = { status: 'finished' };
const failed = { status: 'finished_with_errors', errorCode: '812' };

suite('foldReport', () => {
  test('the documented answer: the job is finished, its only device failed', () => {
    const outcome = fold([{ serialNumber: '1234567890', productKey: '12345-67890-09876-54321-13579' }], {
      trackingId: '0127ed8e-ff72-4983-a3d8-e8d8bd378932',
      status: 'finished',
      startedAt: Date.UTC(2017, 6, 25, 10),
      completedAt: Date.UTC(2017, 6, 25, 10, 10),
      devices: [
        {
          serialNumber: '1234567890',
          productKey: '12345-67890-09876-54321-13579',
          status: 'finished_with_errors',
          errorCode: '808',
          errorDescription: 'ZtdDeviceAssignedToOtherTenant',
        },
      ],
    });
    assert.deepEqual(outcome, {
      state: 'finished',
      startedAt: Date.UTC(2017, 6, 25, 10),
      completedAt: Date.UTC(2017, 6, 25, 10, 10),
      devices: [
        {
          is: 'failed',
          error: { code: '808', description: 'ZtdDeviceAssignedToOtherTenant' },
          matchedBy: 'serial-number',
          deviceId: undefined,
        },
      ],
      unmatched: [],
    });
  });

  test('waits while the job runs', () =>
    assertOutcome(fold([a, b], { status: 'queued', devices: [] }), 'waiting', 'waiting'));
  test('waits for devices that are in progress', () =>
    assertOutcome(
      fold([a, b], {
        status: 'processing',
        devices: [
          { ...a, status: 'in-progress' },
          { ...b, ...done },
        ],
      }),
      'waiting',
      'registered by serial-number',
    ));
  test('says so where an ended job is silent', () =>
    assertOutcome(fold([a, b], { status: 'finished', devices: [] }), 'unanswered', 'unanswered'));
  test('says so where an ended job leaves a device in progress', () =>
    assertOutcome(
      fold([a, b], {
        status: 'finished_with_errors',
        devices: [
          { ...a, status: 'in-progress' },
          { ...b, ...failed },
        ],
      }),
      'unanswered',
      'failed by serial-number',
    ));
  test('takes position for what it is', () =>
    assertOutcome(
      fold([a, {}], { status: 'finished', devices: [done, failed] }),
      'registered by position',
      'failed by position',
    ));

  test('keeps a verdict that a later report is silent about', () =>
    assertOutcome(
      fold(
        [a, b],
        { status: 'processing', devices: [{ ...a, ...failed }] },
        { status: 'finished', devices: [{ ...b, ...done }] },
      ),
      'failed by serial-number',
      'registered by serial-number',
    ));
  test('lets a later verdict win', () =>
    assertOutcome(
      fold(
        [a],
        { status: 'processing', devices: [{ ...a, ...failed }] },
        { status: 'finished', devices: [{ ...a, ...done }] },
      ),
      'registered by serial-number',
    ));
  test('keeps the times a later report leaves out', () => {
    const outcome = fold(
      [a],
      { status: 'processing', startedAt: 5, devices: [] },
      { status: 'finished', completedAt: 9, devices: [] },
    );
    assert.deepEqual([outcome.startedAt, outcome.completedAt], [5, 9]);
  });

  test('shows verdicts that nobody can match', () => {
    const twice = fold([a, a, b], {
      status: 'finished',
      devices: [
        { ...a, ...failed },
        { ...b, ...done },
      ],
    });
    assertOutcome(twice, 'unanswered', 'unanswered', 'registered by serial-number');
    assert.deepEqual(twice.unmatched, [
      {
        shown: { deviceId: undefined, serialNumber: 'A', productKey: undefined },
        verdict: { is: 'failed', error: { code: '812', description: undefined } },
      },
    ]);
  });

  test('counts', () => {
    const outcome = fold([a, b, { serialNumber: 'C' }, { serialNumber: 'D' }], {
      status: 'processing',
      devices: [
        { ...a, ...done },
        { ...b, errorCode: '806' },
        { serialNumber: 'C', ...failed },
      ],
    });
    assert.deepEqual(countOutcomes(outcome.devices), {
      registered: 1,
      alreadyRegistered: 1,
      failed: 1,
      waiting: 1,
      unanswered: 0,
    });
  });

  test('survives JSON', () => {
    const outcome = fold([a, b], {
      status: 'finished',
      devices: [
        { ...a, ...failed },
        { ...b, ...done },
      ],
    });
    assertOutcome(JSON.parse(JSON.stringify(outcome)), 'failed by serial-number', 'registered by serial-number');
  });

  test('gives each device one outcome and each answer at most one device, whatever comes', () => {
    const random = new Random(42);
    const id = () => random.pick([undefined, 'A', 'a', 'B', 'C', ' ', '']);
    const status = () =>
      random.pick([undefined, 'queued', 'finished', 'FinishedWithErrors', 'in-progress', '3', '\u202E']);
    for (let round = 0; round < 1500; round++) {
      const devices = Array.from({ length: random.below(5) }, () => ({
        serialNumber: id(),
        productKey: id(),
        hashSerialNumber: id(),
      }));
      const answers = Array.from({ length: random.below(5) }, () => ({
        deviceId: id(),
        serialNumber: id(),
        productKey: id(),
        status: status(),
        errorCode: random.pick([undefined, '0', '806', '808', 'x']),
      }));
      const outcome = fold(devices, { status: status(), devices: answers });
      const told = outcome.devices.filter(device => 'matchedBy' in device).length + outcome.unmatched.length;
      assert.equal(outcome.devices.length, devices.length);
      assert.equal(told, answers.filter(answer => verdictOf(answer) !== undefined).length);
    }
  });
});
