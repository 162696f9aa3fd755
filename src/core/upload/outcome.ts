import { deviceFaultOf } from '../deviceErrors.ts';
import type { DeviceIdentity, ShownIdentity } from './deviceIdentity.ts';
import type { DeviceReport, JobReport } from './jobReport.ts';
import { type MatchedBy, matchDevices } from './matchDevices.ts';
import { type UploadState, hasEnded, uploadStateOf } from './uploadState.ts';

/** What the service sent as a device's error, foreign text; `deviceFaultOf` tells what is known about it. */
export interface DeviceErrorAnswer {
  /** Without `0` and blanks, which mean none. */
  readonly code?: string | undefined;
  readonly description?: string | undefined;
}

/** What the service decided about a device. */
export type DeviceVerdict =
  | { readonly is: 'registered' }
  /** Error 806: it was this customer's before, and keeps its earlier batch and group tag. */
  | { readonly is: 'already-registered'; readonly error: DeviceErrorAnswer }
  | { readonly is: 'failed'; readonly error: DeviceErrorAnswer };

/** What has become of a device that was sent. */
export type DeviceOutcome =
  | (DeviceVerdict & { readonly matchedBy: MatchedBy; readonly deviceId?: string | undefined })
  | { readonly is: 'waiting' }
  /** The job has ended, and what it said about this device (if anything) is not to be told from its answers. */
  | { readonly is: 'unanswered' };

/** What has become of one request's devices. Plain data: it survives JSON. */
export interface PartOutcome {
  readonly state: UploadState;
  /** Milliseconds since 1970. */
  readonly startedAt?: number | undefined;
  /** Milliseconds since 1970. */
  readonly completedAt?: number | undefined;
  /** In the order of the request. */
  readonly devices: readonly DeviceOutcome[];
  /** Verdicts that are certainly about one of the devices, but nobody can say which. */
  readonly unmatched: readonly { readonly shown: ShownIdentity; readonly verdict: DeviceVerdict }[];
}

export interface OutcomeCounts {
  readonly registered: number;
  readonly alreadyRegistered: number;
  readonly failed: number;
  readonly waiting: number;
  readonly unanswered: number;
}

/**
 * Adds a report to what is known of one request's devices, which are given in its order; `undefined` is "nothing yet".
 *
 * Each device is judged by its own answer, whatever the job's state says: the documented example has a `finished` job
 * whose only device failed. A device that has its verdict keeps it where a later report is silent about it.
 */
export function foldReport(
  known: PartOutcome | undefined,
  devices: readonly DeviceIdentity[],
  report: JobReport,
): PartOutcome {
  const state = uploadStateOf(report.status);
  const matches = matchDevices(devices, report.devices, hasEnded(state));
  const matched = new Set(matches.map(match => match?.answer));
  return {
    state,
    startedAt: report.startedAt ?? known?.startedAt,
    completedAt: report.completedAt ?? known?.completedAt,
    devices: matches.map((match, place): DeviceOutcome => {
      const answer = match && report.devices[match.answer];
      const verdict = answer && verdictOf(answer);
      if (match !== undefined && verdict !== undefined) {
        return { ...verdict, matchedBy: match.matchedBy, deviceId: answer?.deviceId };
      }
      const before = known?.devices[place];
      return before !== undefined && 'matchedBy' in before
        ? before
        : { is: hasEnded(state) ? 'unanswered' : 'waiting' };
    }),
    unmatched: report.devices.flatMap((answer, place) => {
      const verdict = matched.has(place) ? undefined : verdictOf(answer);
      return verdict === undefined ? [] : [{ shown: shownIdentityOf(answer), verdict }];
    }),
  };
}

/** What an answer decides about its device; `undefined` while it decides nothing. */
export function verdictOf(answer: DeviceReport): DeviceVerdict | undefined {
  const state = uploadStateOf(answer.status);
  const code = errorCodeOf(answer.errorCode);
  const description = answer.errorDescription?.trim() === '' ? undefined : answer.errorDescription;
  const { known } = deviceFaultOf(code, description);
  if (known?.id === 'already-registered') {
    return { is: 'already-registered', error: { code, description } };
  }
  if (code !== undefined || known !== undefined || mentionsError(answer.status)) {
    return { is: 'failed', error: { code, description } };
  }
  return state === 'finished' ? { is: 'registered' } : undefined;
}

/** How many of the devices have come to what. */
export function countOutcomes(devices: readonly DeviceOutcome[]): OutcomeCounts {
  const count = (is: DeviceOutcome['is']) => devices.filter(device => device.is === is).length;
  return {
    registered: count('registered'),
    alreadyRegistered: count('already-registered'),
    failed: count('failed'),
    waiting: count('waiting'),
    unanswered: count('unanswered'),
  };
}

/** `0`, `00` and blanks say that there is no error. */
function errorCodeOf(code: string | undefined): string | undefined {
  const bare = code?.trim() ?? '';
  return /^0*$/.test(bare) ? undefined : bare;
}

function mentionsError(status: string | undefined): boolean {
  return status?.toLowerCase().includes('error') ?? false;
}

function shownIdentityOf({ deviceId, serialNumber, productKey }: DeviceReport): ShownIdentity {
  return { deviceId, serialNumber, productKey };
}
