import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { headlineOf, moodOf } from '../../../src/features/status/headline.ts';
import type { DeviceStatus, Mood } from '../../../src/webview/protocol.ts';

/** Statuses as counts: `{ failed: 3 }`. */
function assertHeadline(
  counts: Partial<Record<DeviceStatus, number>>,
  headline: string,
  mood: Mood,
  running = false,
): void {
  const statuses = Object.entries(counts).flatMap(([status, count]) => Array.from({ length: count }, () => status));
  const standing = { statuses: statuses as DeviceStatus[], running };
  assert.deepEqual([headlineOf(standing), moodOf(standing)], [headline, mood]);
}

suite('how an upload stands', () => {
  test('all is well', () => {
    assertHeadline({ registered: 120 }, 'All 120 devices are registered.', 'good');
    assertHeadline(
      { registered: 100, 'already-registered': 20 },
      'All 120 devices are registered. 20 of them were registered before.',
      'good',
    );
  });

  test('failures come first', () => {
    assertHeadline({ registered: 117, failed: 3 }, '3 of 120 devices failed.', 'bad');
    assertHeadline(
      { registered: 100, failed: 3, waiting: 17 },
      '3 of 120 devices failed. Still running: 17 devices wait for their answer.',
      'bad',
      true,
    );
  });

  test('what still runs is no failure', () => {
    assertHeadline({ waiting: 120 }, 'Still running: 120 devices wait for their answer.', 'running', true);
    assertHeadline(
      { registered: 100, waiting: 20 },
      '100 of 120 devices are registered. Still running: 20 devices wait for their answer.',
      'running',
      true,
    );
  });

  test('what is not known is said', () => {
    assertHeadline(
      { registered: 100, unanswered: 5, unknown: 10, 'not-sent': 5 },
      '100 of 120 devices are registered. 5 got no answer. Of 10 it is not known whether they were accepted. 5 were not sent.',
      'unclear',
    );
  });

  test('one device is one device', () => {
    assertHeadline({ registered: 1 }, 'The device is registered.', 'good');
    assertHeadline({ 'already-registered': 1 }, 'The device was registered before.', 'good');
    assertHeadline({ failed: 1 }, 'The device failed.', 'bad');
    assertHeadline({ waiting: 1 }, 'Still running: the device waits for its answer.', 'running', true);
    assertHeadline({ unanswered: 1 }, 'The device got no answer.', 'unclear');
    assertHeadline({ unknown: 1 }, 'It is not known whether the device was accepted.', 'unclear');
    assertHeadline({ 'not-sent': 1 }, 'The device was not sent.', 'unclear');
  });

  test('a job may list no devices', () => {
    assertHeadline({}, 'Still running: nothing is known of its devices yet.', 'running', true);
    assertHeadline({}, 'Partner Center lists no devices.', 'unclear');
  });
});
