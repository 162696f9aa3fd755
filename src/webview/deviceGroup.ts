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

/** The states of devices: as the bar shows them from left to right, and as they are sorted, the other way round. */
export const statusOrder: readonly DeviceStatus[] = [
  'registered',
  'already-registered',
  'waiting',
  'not-sent',
  'unknown',
  'unanswered',
  'failed',
];
