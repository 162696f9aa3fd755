import * as vscode from 'vscode';

import { deviceFaultOf } from '../../core/deviceErrors.ts';
import type { PartOutcome } from '../../core/upload/outcome.ts';
import { plainText } from '../../platform/plainText.ts';
import { deviceErrorWords } from '../../platform/words/deviceErrors.ts';
import { apiFailureWords } from '../../platform/words/failures.ts';
import { pauseWords } from '../../platform/words/pauses.ts';
import { isUnfinished } from '../../uploads/uploadPhase.ts';
import type { Job, UploadRecord } from '../../uploads/uploadRecord.ts';
import type { UploadView } from '../../uploads/uploads.ts';
import type { Notice } from '../../webview/protocol.ts';
import { statusWords } from './statusWords.ts';

/** The most answers that are listed one by one. */
const mostLines = 20;

/** What the user has to know about an upload as a whole. */
export function uploadNotices(view: UploadView): readonly Notice[] {
  const { record } = view;
  return [
    ...emulatorNotices(record.account.cloud),
    ...blockageNotices(view),
    ...phaseNotices(view),
    ...jobNotices(record),
    ...unmatchedNotices(record),
  ];
}

/** The emulator says everywhere that nothing is registered. */
export function emulatorNotices(cloud: UploadRecord['account']['cloud']): readonly Notice[] {
  return cloud === 'emulator'
    ? [{ kind: 'information', text: vscode.l10n.t('This is the emulator: nothing is registered.'), lines: [] }]
    : [];
}

/** What keeps this window from looking, or that it does not look. */
function blockageNotices({ record, blockage, isRunning }: UploadView): readonly Notice[] {
  if (isRunning || !isUnfinished(record)) {
    return [];
  }
  const action = { does: 'refresh', label: vscode.l10n.t('Look Again') } as const;
  if (blockage === undefined) {
    const text = vscode.l10n.t('This window does not look at the upload at the moment. Another one may do so.');
    return [{ kind: 'information', text, lines: [], action }];
  }
  const { sentence, explanation, nextStep } = apiFailureWords(blockage.failure);
  const lines = [explanation, nextStep].filter(line => line !== undefined);
  return [{ kind: 'error', text: sentence, lines, action }];
}

function phaseNotices({ phase }: UploadView): readonly Notice[] {
  const action = { does: 'continue', label: vscode.l10n.t('Decide…') } as const;
  switch (phase.is) {
    case 'paused':
      return [{ kind: 'warning', text: pauseWords(phase.stop), lines: [], action }];
    case 'unknown': {
      const text = vscode.l10n.t(
        'An answer of Partner Center was lost, so it is not known whether it accepted the devices. The batch is looked at for half an hour.',
      );
      return [{ kind: 'warning', text, lines: [], action }];
    }
    case 'sending':
    case 'watching':
    case 'unwatched':
    case 'over':
      return [];
  }
}

/** That nobody looks at some jobs any more, each reason once. */
function jobNotices({ parts }: UploadRecord): readonly Notice[] {
  const jobs = parts.flatMap(part => (part.is === 'accepted' ? part.job : []));
  const action = { does: 'refresh', label: vscode.l10n.t('Look Again') } as const;
  return [
    ...(jobs.some(job => isUnwatched(job, 'not-found'))
      ? [
          {
            kind: 'warning',
            text: vscode.l10n.t('Partner Center knows the job no longer. How long it keeps jobs is not documented.'),
            lines: [],
            action,
          } as const,
        ]
      : []),
    ...(jobs.some(job => isUnwatched(job, 'too-long'))
      ? [
          {
            kind: 'information',
            text: vscode.l10n.t('The job was still running after two days, so it is not watched any more.'),
            lines: [],
            action,
          } as const,
        ]
      : []),
  ];
}

function isUnwatched(job: Job, because: 'too-long' | 'not-found'): boolean {
  return job.is === 'unwatched' && job.because === because;
}

function unmatchedNotices({ parts }: UploadRecord): readonly Notice[] {
  const unmatched = parts.flatMap(part =>
    part.is === 'accepted' && part.job.is !== 'untracked' ? (part.job.outcome?.unmatched ?? []) : [],
  );
  if (unmatched.length === 0) {
    return [];
  }
  const lines = unmatched.slice(0, mostLines).map(unmatchedWords);
  const more = unmatched.length - lines.length;
  return [
    {
      kind: 'warning',
      text: vscode.l10n.t(
        'Some answers are about devices of this upload, but it cannot be told about which: {0}.',
        unmatched.length,
      ),
      lines: more > 0 ? [...lines, vscode.l10n.t('{0} more', more)] : lines,
    },
  ];
}

function unmatchedWords({ shown, verdict }: PartOutcome['unmatched'][number]): string {
  const status = statusWords()[verdict.is];
  const serial = shown.serialNumber === undefined ? [] : [plainText(shown.serialNumber)];
  if (verdict.is === 'registered') {
    return [...serial, status].join(': ');
  }
  const { service, explanation } = deviceErrorWords(deviceFaultOf(verdict.error.code, verdict.error.description));
  return [...serial, status, [service, explanation].filter(Boolean).join('. ')].join(': ');
}
