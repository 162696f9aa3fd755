import type { DeviceGroup, DeviceRow, DeviceStatus } from './protocol.ts';

const groups = {
  failed: 'failed',
  waiting: 'waiting',
  registered: 'done',
  'already-registered': 'done',
  unanswered: 'unanswered',
  unknown: 'unanswered',
  'not-sent': 'unanswered',
} as const satisfies Readonly<Record<DeviceStatus, DeviceGroup>>;

export function groupOf({ status }: Pick<DeviceRow, 'status'>): DeviceGroup {
  return groups[status];
}

/** As the bar shows them: what has its answer on the left, so that the bar fills up. */
export const progressOrder: readonly DeviceStatus[] = [
  'registered',
  'already-registered',
  'failed',
  'unanswered',
  'unknown',
  'not-sent',
  'waiting',
];

/** As the table sorts them: worst first. */
export const urgencyOrder: readonly DeviceStatus[] = [
  'failed',
  'unanswered',
  'unknown',
  'not-sent',
  'waiting',
  'already-registered',
  'registered',
];
