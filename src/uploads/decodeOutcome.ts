import type { DeviceOutcome, DeviceVerdict, PartOutcome } from '../core/upload/outcome.ts';
import { Fields } from './fields.ts';

/** @throws {Malformed} */
export function decodeOutcome(outcome: Fields): PartOutcome {
  return {
    state: outcome.oneOf('state', 'unknown', 'queued', 'processing', 'finished', 'finished-with-errors'),
    startedAt: outcome.optional('startedAt', () => outcome.time('startedAt')),
    completedAt: outcome.optional('completedAt', () => outcome.time('completedAt')),
    devices: outcome.list('devices', item => decodeDeviceOutcome(new Fields(item))),
    unmatched: outcome.list('unmatched', item => decodeUnmatched(new Fields(item))),
  };
}

function decodeDeviceOutcome(device: Fields): DeviceOutcome {
  const is = device.oneOf('is', 'registered', 'already-registered', 'failed', 'waiting', 'unanswered');
  if (is === 'waiting' || is === 'unanswered') {
    return { is };
  }
  return {
    ...decodeVerdict(device),
    deviceId: device.optionalText('deviceId'),
    matchedBy: device.oneOf(
      'matchedBy',
      'device-id',
      'serial-number',
      'product-key',
      'hash',
      'serial-and-key',
      'position',
    ),
  };
}

function decodeVerdict(verdict: Fields): DeviceVerdict {
  const is = verdict.oneOf('is', 'registered', 'already-registered', 'failed');
  if (is === 'registered') {
    return { is };
  }
  const error = verdict.object('error');
  return { is, error: { code: error.optionalText('code'), description: error.optionalText('description') } };
}

function decodeUnmatched(unmatched: Fields): PartOutcome['unmatched'][number] {
  const shown = unmatched.object('shown');
  return {
    shown: { deviceId: shown.optionalText('deviceId'), serialNumber: shown.optionalText('serialNumber') },
    verdict: decodeVerdict(unmatched.object('verdict')),
  };
}
