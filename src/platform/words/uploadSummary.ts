import * as vscode from 'vscode';

import type { DeviceOutcome } from '../../core/upload/outcome.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';

/** The last upload in one line: what came of it, and when it was. `now` is milliseconds since 1970. */
export function uploadSummary(record: UploadRecord, now: number): string {
  const outcomes = outcomesOf(record);
  const failed = outcomes.filter(({ is }) => is === 'failed').length;
  const waiting = outcomes.filter(({ is }) => is === 'waiting').length;
  const all = record.devices.length;
  const when = ageWords(record.createdAt, now);
  if (failed > 0) {
    return vscode.l10n.t('{0} failed of {1}, {2}', failed, all, when);
  }
  if (outcomes.length < all || waiting > 0) {
    return vscode.l10n.t('{0} of {1} answered, {2}', outcomes.length - waiting, all, when);
  }
  return vscode.l10n.t('{0} devices uploaded, {1}', all, when);
}

function outcomesOf({ parts }: UploadRecord): readonly DeviceOutcome[] {
  return parts.flatMap(part =>
    part.is === 'accepted' && part.job.is !== 'untracked' ? (part.job.outcome?.devices ?? []) : [],
  );
}

const minute = 60_000;
const units = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const;

/** "2 hours ago", in the user's language. */
export function ageWords(time: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(vscode.env.language, { numeric: 'auto' });
  const [unit, length] = units.find(([, ms]) => now - time >= ms) ?? (['minute', minute] as const);
  return format.format(-Math.floor((now - time) / length), unit);
}
