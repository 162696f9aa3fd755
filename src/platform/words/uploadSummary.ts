import * as vscode from 'vscode';

import type { UploadCounts } from '../../uploads/uploadCounts.ts';
import type { Part } from '../../uploads/uploadRecord.ts';
import type { UploadView } from '../../uploads/uploads.ts';

/** How an upload stands, and when it was, in one line: "3 of 120 failed, 2 hours ago". `now` is milliseconds since 1970. */
export function uploadSummary(view: UploadView, counts: UploadCounts, now: number): string {
  return vscode.l10n.t('{0}, {1}', standingWords(view, counts), ageWords(view.record.createdAt, now));
}

/** How an upload stands, in a few words. */
export function standingWords({ phase, blockage, isRunning }: UploadView, counts: UploadCounts): string {
  const { all, unsent, unknown, waiting, failed } = counts;
  switch (phase.is) {
    case 'sending':
      return vscode.l10n.t('{0} of {1} sent', all - unsent, all);
    case 'paused':
      return vscode.l10n.t('paused, {0} of {1} not sent', unsent, all);
    case 'unknown':
      return vscode.l10n.t('not known whether {0} of {1} were accepted', unknown, all);
    case 'watching':
      if (blockage !== undefined && !isRunning) {
        return vscode.l10n.t('not watched, {0} of {1} waiting', waiting, all);
      }
      return failed > 0
        ? vscode.l10n.t('{0} of {1} failed, {2} waiting', failed, all, waiting)
        : vscode.l10n.t('{0} of {1} waiting', waiting, all);
    case 'unwatched':
      return vscode.l10n.t('no longer watched, {0} of {1} waiting', waiting, all);
    case 'over':
      return resultWords(counts);
  }
}

/** How one request of an upload stands, in a few words. */
export function partStandingWords({ is }: Part, counts: UploadCounts): string {
  const { all, waiting } = counts;
  switch (is) {
    case 'planned':
      return vscode.l10n.t('not sent yet');
    case 'sending':
      return vscode.l10n.t('being sent');
    case 'cancelled':
      return vscode.l10n.t('cancelled');
    case 'unknown':
    case 'left':
      return vscode.l10n.t('not known whether it was accepted');
    case 'accepted':
      return waiting > 0 ? vscode.l10n.t('{0} of {1} waiting', waiting, all) : resultWords(counts);
  }
}

/** What came of devices of which nothing more will come. */
function resultWords(counts: UploadCounts): string {
  const { all, unsent, failed, alreadyRegistered } = counts;
  const untold = counts.unanswered + counts.untracked + counts.unknown;
  if (unsent === all) {
    return vscode.l10n.t('cancelled, nothing sent');
  }
  if (failed > 0) {
    return vscode.l10n.t('{0} of {1} failed', failed, all);
  }
  if (unsent > 0) {
    return vscode.l10n.t('cancelled, {0} of {1} sent', all - unsent, all);
  }
  if (untold > 0) {
    return vscode.l10n.t('{0} of {1} without an answer', untold, all);
  }
  return alreadyRegistered > 0
    ? vscode.l10n.t('{0} registered, {1} of them before', all, alreadyRegistered)
    : vscode.l10n.t('{0} registered', all);
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
  const age = Math.max(0, now - time);
  const [unit, length] = units.find(([, ms]) => age >= ms) ?? (['minute', minute] as const);
  return format.format(-Math.floor(age / length), unit);
}
