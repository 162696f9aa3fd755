import * as vscode from 'vscode';

import type { PageTexts } from '../../webview/protocol.ts';
import { statusWords } from './statusWords.ts';

/** The words of the status page in the user's language. */
export function pageTexts(): PageTexts {
  const failed = vscode.l10n.t('Failed');
  const waiting = vscode.l10n.t('Waiting');
  return {
    statuses: statusWords(),
    byPosition: vscode.l10n.t('Matched by position only'),
    columns: {
      number: vscode.l10n.t('No.'),
      serial: vscode.l10n.t('Serial number'),
      model: vscode.l10n.t('Model'),
      status: vscode.l10n.t('Status'),
      wrong: vscode.l10n.t('What went wrong'),
      next: vscode.l10n.t('What to do next'),
    },
    service: vscode.l10n.t('What Partner Center said'),
    filters: {
      all: vscode.l10n.t('All'),
      failed,
      waiting,
      done: vscode.l10n.t('Done'),
      unanswered: vscode.l10n.t('No answer'),
    },
    actions: {
      refresh: vscode.l10n.t('Refresh'),
      load: vscode.l10n.t('Load'),
      'open-manifest': vscode.l10n.t('Open the manifest'),
      'retry-failed': vscode.l10n.t('New Manifest of Failed Devices'),
      'show-answer': vscode.l10n.t('Show Raw Answer'),
      'copy-support-details': vscode.l10n.t('Copy Support Details'),
      'copy-table': vscode.l10n.t('Copy Table'),
      'save-csv': vscode.l10n.t('Save as CSV…'),
      'copy-link': vscode.l10n.t('Copy Link'),
    },
    hints: {
      'retry-failed': vscode.l10n.t('Only the devices that failed, ready to be fixed and uploaded to the same batch'),
      'copy-table': vscode.l10n.t('The devices shown, in the order shown, to paste into a spreadsheet'),
      'save-csv': vscode.l10n.t('The devices shown, in the order shown'),
      'go-to-device': vscode.l10n.t('Go to this device in the manifest'),
    },
    unasked: vscode.l10n.t('Partner Center has not been asked about this upload yet.'),
    loading: vscode.l10n.t('Asking Partner Center…'),
    details: vscode.l10n.t('Details'),
    counts: vscode.l10n.t('Devices by status'),
    filter: vscode.l10n.t('Filter by status'),
    search: vscode.l10n.t('Search devices'),
    devices: vscode.l10n.t('Devices'),
    noSerial: vscode.l10n.t('no serial number'),
    shown: vscode.l10n.t('{0} of {1} devices'),
    noneShown: vscode.l10n.t('No device matches'),
    parts: vscode.l10n.t('Sent in {0} parts'),
    part: vscode.l10n.t('Part'),
    partState: vscode.l10n.t('State'),
    partResult: vscode.l10n.t('Result'),
    statusLink: vscode.l10n.t('Status link'),
  };
}
