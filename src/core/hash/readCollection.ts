import type { HashFacts } from './hardwareHash.ts';
import { u16, u32 } from './littleEndian.ts';

/** When, where and with what a hash was collected. */
export type Collection = Pick<
  HashFacts,
  'collectedAt' | 'utcOffsetMinutes' | 'collectedIn' | 'architecture' | 'osBuild'
>;

const recordBytes = 24;
const year2000 = Date.UTC(2000, 0, 1);

/** The time zones of the world reach from twelve hours west to fourteen hours east of UTC, in steps of a quarter of an hour. */
const westmostQuarter = -12 * 4;
const eastmostQuarter = 14 * 4;

const systems: Readonly<Record<number, Collection['collectedIn']>> = { 1: 'winpe', 2: 'windows' };

/** The values of PROCESSOR_ARCHITECTURE in winnt.h. */
const architectures: Readonly<Record<number, Collection['architecture']>> = { 0: 'x86', 9: 'x64', 12: 'arm64' };

/**
 * Reads record 1: the versions of the tool and of Windows (four u16 each), seconds since 2000 (u32), quarters of an hour east of
 * UTC (i8), the kind of system, its architecture, the tool's format.
 */
export function readCollection(payload: Uint8Array): Collection | undefined {
  return payload.length < recordBytes
    ? undefined
    : {
        collectedAt: collectedAt(payload),
        utcOffsetMinutes: utcOffsetMinutes(payload),
        collectedIn: systems[payload[21] ?? 0],
        architecture: architectures[payload[22] ?? 0],
        osBuild: version(payload, 8),
      };
}

function collectedAt(payload: Uint8Array): number | undefined {
  const seconds = u32(payload, 16);
  return seconds === 0 ? undefined : year2000 + seconds * 1000;
}

/** Tools of format 3 write 30 hours, which is none. */
function utcOffsetMinutes(payload: Uint8Array): number | undefined {
  const quarters = ((payload[20] ?? 0) << 24) >> 24;
  return quarters < westmostQuarter || quarters > eastmostQuarter ? undefined : quarters * 15;
}

/** Windows keeps a version as VS_FIXEDFILEINFO does: minor before major, revision before build. */
function version(payload: Uint8Array, offset: number): string {
  return [2, 0, 6, 4].map(part => u16(payload, offset + part)).join('.');
}
