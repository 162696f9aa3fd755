import * as vscode from 'vscode';

import { deviceFaultOf } from '../../core/deviceErrors.ts';
import type { DeviceErrorAnswer } from '../../core/upload/outcome.ts';
import { deviceErrorWords } from '../../platform/words/deviceErrors.ts';
import type { Explanation } from '../../webview/protocol.ts';
import type { StandingReason } from './deviceStandings.ts';

/** Why a device stands where it does, and what to do about it. */
export function reasonWords(why: StandingReason): Explanation {
  switch (why.is) {
    case 'error':
      return errorWords(why.error);
    case 'not-matched':
      return own(
        vscode.l10n.t('The job has ended, and none of its answers is certainly about this device.'),
        lookItUp(),
      );
    case 'undecided':
      return own(vscode.l10n.t('The job has ended without a word about what became of this device.'), lookItUp());
    case 'job-unknown':
      return own(vscode.l10n.t('Partner Center knows the job no longer, so the result cannot be read.'), lookItUp());
    case 'untracked':
      return own(untrackedWords(why.because), lookItUp());
    case 'answer-lost':
      return own(
        vscode.l10n.t('The answer was lost, so it is not known whether Partner Center accepted the device.'),
        vscode.l10n.t('Wait: the batch is looked at until that is clear.'),
      );
    case 'left':
      return own(
        vscode.l10n.t('The answer was lost, so it is not known whether Partner Center accepted the device.'),
        vscode.l10n.t('Upload it again: a device that is there already is reported as such.'),
      );
    case 'paused':
      return own(vscode.l10n.t('It was not sent yet: the upload waits for you.'));
    case 'cancelled':
      return own(vscode.l10n.t('It was not sent: the upload was cancelled.'));
  }
}

function errorWords({ code, description }: DeviceErrorAnswer): Explanation {
  const { service, explanation, nextStep } = deviceErrorWords(deviceFaultOf(code, description));
  return explanation === undefined
    ? {
        wrong: vscode.l10n.t('Nobody has documented what this answer means.'),
        service,
        next: vscode.l10n.t('Ask the support of Partner Center, with the support details of this upload.'),
      }
    : { wrong: explanation, service, next: nextStep ?? '' };
}

function untrackedWords(because: Extract<StandingReason, { is: 'untracked' }>['because']): string {
  switch (because) {
    case 'no-link':
      return vscode.l10n.t('Partner Center accepted the device, but gave no link to the result.');
    case 'other-customer':
      return vscode.l10n.t(
        'Partner Center accepted the device, but its answer leads to another customer, which is not followed.',
      );
    case 'found-in-batch':
      return vscode.l10n.t(
        'The answer was lost. The device was found in the batch afterwards, but its result cannot be read.',
      );
  }
}

function lookItUp(): string {
  return vscode.l10n.t('Look for the device in Partner Center.');
}

function own(wrong: string, next = ''): Explanation {
  return { wrong, service: '', next };
}
