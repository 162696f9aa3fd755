import { readGuid } from '../core/guid.ts';
import { decodeFailure, decodeIds } from './decodeFailure.ts';
import { decodeOutcome } from './decodeOutcome.ts';
import { Fields, Malformed } from './fields.ts';
import {
  type BatchReading,
  type FrozenAccount,
  type Job,
  type Part,
  type PartState,
  type RecordedDevice,
  recordFormat,
  type Stop,
  type UploadRecord,
} from './uploadRecord.ts';

/**
 * Decodes a record of this version. A file on disk can be anything, so nothing of it is believed unseen.
 *
 * @throws {Malformed} for anything else.
 */
export function decodeRecord(value: unknown): UploadRecord {
  const fields = new Fields(value);
  if (fields.count('format') !== recordFormat) {
    throw new Malformed('Not of this format');
  }
  const manifest = fields.object('manifest');
  const customer = fields.object('customer');
  const batch = fields.object('batch');
  const devices = fields.list('devices', decodeDevice);
  return {
    format: recordFormat,
    id: fields.text('id'),
    createdAt: fields.time('createdAt'),
    manifest: { uri: manifest.text('uri'), digest: manifest.text('digest') },
    customer: {
      id: guid(customer, 'id'),
      companyName: customer.optionalText('companyName'),
      domain: customer.optionalText('domain'),
    },
    account: decodeAccount(fields.object('account')),
    batch: { id: batch.text('id'), is: batch.oneOf('is', 'to-create', 'created', 'existing') },
    devices,
    parts: covering(devices.length, fields.list('parts', decodePart)),
    stop: fields.optional('stop', () => decodeStop(fields.object('stop'))),
  };
}

function decodeAccount(account: Fields): FrozenAccount {
  const base = account.text('base');
  if (!URL.canParse(base)) {
    throw new Malformed('The base address is none');
  }
  return {
    cloud: account.oneOf('cloud', 'public', 'china', 'usGovernment', 'emulator'),
    base,
    id: account.optionalText('id'),
    label: account.optionalText('label'),
    clientId: account.optionalText('clientId'),
    tenantId: account.optionalText('tenantId'),
  };
}

function decodeDevice(value: unknown): RecordedDevice {
  const device = new Fields(value);
  return {
    serialNumber: device.optionalText('serialNumber'),
    hashSerialNumber: device.optionalText('hashSerialNumber'),
    print: device.optionalText('print'),
  };
}

/** Parts that do not follow one another over all devices would send one twice or never. */
function covering(devices: number, parts: readonly Part[]): readonly Part[] {
  const end = parts.reduce((next, { first, count }) => (first === next && count > 0 ? next + count : Number.NaN), 0);
  if (end !== devices || devices === 0) {
    throw new Malformed('The parts are not the whole');
  }
  return parts;
}

function decodePart(value: unknown): Part {
  const part = new Fields(value);
  return { first: part.count('first'), count: part.count('count'), ...decodePartState(part) };
}

function decodePartState(part: Fields): PartState {
  const is = part.oneOf('is', 'planned', 'sending', 'unknown', 'left', 'accepted', 'cancelled');
  switch (is) {
    case 'planned':
      return { is, requestId: part.optionalText('requestId'), mayHaveArrived: part.optionalTrue('mayHaveArrived') };
    case 'sending':
    case 'left':
      return { is, ...decodeAttempt(part) };
    case 'unknown': {
      const now = part.optional('now', () => decodeReading(part.object('now')));
      return { is, ...decodeAttempt(part), lookUntil: part.time('lookUntil'), now };
    }
    case 'accepted':
      return { is, acceptedAt: part.time('acceptedAt'), job: decodeJob(part.object('job')) };
    case 'cancelled':
      return { is };
  }
}

function decodeAttempt(part: Fields) {
  return {
    requestId: part.text('requestId'),
    sentAt: part.time('sentAt'),
    before: decodeReading(part.object('before')),
  };
}

function decodeReading(reading: Fields): BatchReading {
  return {
    readAt: reading.time('readAt'),
    batchId: reading.optionalText('batchId'),
    devicesCount: reading.optional('devicesCount', () => reading.count('devicesCount')),
    listed: reading.count('listed'),
  };
}

function decodeJob(job: Fields): Job {
  const is = job.oneOf('is', 'watched', 'ended', 'unwatched', 'untracked');
  if (is === 'untracked') {
    return { is, because: job.oneOf('because', 'no-link', 'other-customer', 'found-in-batch') };
  }
  const trackingId = guid(job, 'trackingId');
  const outcome = job.optional('outcome', () => decodeOutcome(job.object('outcome')));
  switch (is) {
    case 'watched':
      return { is, trackingId, outcome, watchedSince: job.time('watchedSince') };
    case 'ended':
      return { is, trackingId, outcome };
    case 'unwatched':
      return { is, trackingId, outcome, because: job.oneOf('because', 'too-long', 'not-found') };
  }
}

function decodeStop(stop: Fields): Stop {
  const at = stop.time('at');
  if (stop.oneOf('is', 'cancelled', 'paused') === 'cancelled') {
    return { is: 'cancelled', at };
  }
  const because = stop.oneOf(
    'because',
    'failure',
    'interrupted',
    'manifest-changed',
    'batch-appeared',
    'batch-missing',
  );
  switch (because) {
    case 'failure': {
      const ids = stop.optional('ids', () => decodeIds(stop.object('ids')));
      return {
        is: 'paused',
        at,
        because,
        part: stop.count('part'),
        failure: decodeFailure(stop.object('failure')),
        ids,
      };
    }
    case 'batch-appeared':
      return { is: 'paused', at, because, batchId: stop.text('batchId') };
    case 'interrupted':
    case 'manifest-changed':
    case 'batch-missing':
      return { is: 'paused', at, because };
  }
}

function guid(fields: Fields, name: string): string {
  const id = readGuid(fields.text(name));
  if (id === undefined) {
    throw new Malformed(`The member ${name} is no GUID`);
  }
  return id;
}
