import * as vscode from 'vscode';

import type { Pause } from '../../uploads/uploadRecord.ts';
import { plainText } from '../plainText.ts';
import { apiFailureWords } from './failures.ts';

/** Why an upload waits for the user, and what to do about it. */
export function pauseWords(pause: Pause): string {
  switch (pause.because) {
    case 'failure': {
      const { sentence: what, nextStep } = apiFailureWords(pause.failure);
      return nextStep === undefined ? what : `${what} ${nextStep}`;
    }
    case 'interrupted':
      return vscode.l10n.t('The upload was interrupted. What is left was not sent.');
    case 'manifest-changed':
      return vscode.l10n.t('The manifest has changed since you agreed to the upload. What is left was not sent.');
    case 'batch-appeared':
      return vscode.l10n.t(
        'There is a batch "{0}" now that was not there when you agreed. Nothing was added to it.',
        plainText(pause.batchId),
      );
    case 'batch-missing':
      return vscode.l10n.t('The batch to add the devices to is not there. What is left was not sent.');
  }
}
