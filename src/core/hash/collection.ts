import type { HashFacts } from './hardwareHash.ts';
import { u16, u32 } from './littleEndian.ts';

// Record 1 tells when, where and with what a hash was collected: the versions of the tool and of Windows (four u16 each), seconds
// since 2000 (u32), quarters of an hour east of UTC (i8), the kind of system, its architecture, the tool's format.

const recordBytes = 24;
const year2000 = Date.UTC(2000, 0, 1);

/** The time zones of the world reach from twelve hours west to fourteen hours east of UTC, in steps of a quarter of an hour. */
const westmostQuarter = -12 * 4;
const eastmostQuarter = 14 * 4;

const systems: Readonly<Record<number, HashFacts['collectedIn']>> = { 1: 'winpe', 2: 'windows' };

/** The values of PROCESSOR_ARCHITECTURE in winnt.h. */
const architectures: Readonly<Record<number, HashFacts['architecture']>> = { 0: 'x86', 9: 'x64', 12: 'arm64' };

/** Whether it is as long as the record is. The others read what is. */
export function isCollection(payload: Uint8Array): boolean {
  return payload.length >= recordBytes;
}

/** Milliseconds since 1970; `undefined` where no time was written. */
export function collectedAt(payload: Uint8Array): number | undefined {
  const seconds = u32(payload, 16);
  return seconds === 0 ? undefined : year2000 + seconds * 1000;
}

/** Minutes; tools of format 3 write 30 hours, which is none. */
export function utcOffsetMinutes(payload: Uint8Array): number | undefined {
  const quarters = ((payload[20] ?? 0) << 24) >> 24;
  return quarters < westmostQuarter || quarters > eastmostQuarter ? undefined : quarters * 15;
}

export function collectedIn(payload: Uint8Array): HashFacts['collectedIn'] {
  return systems[payload[21] ?? 0];
}

export function architecture(payload: Uint8Array): HashFacts['architecture'] {
  return architectures[payload[22] ?? 0];
}

/** Windows keeps a version as VS_FIXEDFILEINFO does: minor before major, revision before build. */
export function osBuild(payload: Uint8Array): string {
  return [10, 8, 14, 12].map(offset => u16(payload, offset)).join('.');
}
