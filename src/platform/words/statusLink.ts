import * as vscode from 'vscode';

import type { StatusLinkRefusal } from '../../api/statusLink.ts';
import { plainText } from '../plainText.ts';

/** Why a text is not taken for the status of an upload. */
export function refusalWords(refusal: StatusLinkRefusal): string {
  switch (refusal.reason) {
    case 'unreadable':
      return vscode.l10n.t('This is neither a status link nor a tracking id.');
    case 'scheme':
      return vscode.l10n.t('A status link begins with https.');
    case 'credentials':
      return vscode.l10n.t('A status link holds no user name.');
    case 'other-host':
      return vscode.l10n.t(
        'This link leads to {0}, which is not Partner Center. Nothing was sent there.',
        plainText(refusal.host),
      );
    case 'other-path':
      return vscode.l10n.t('This link leads to Partner Center, but not to the status of an upload.');
    case 'customer-missing':
      return vscode.l10n.t('A tracking id alone does not say which customer it belongs to. Paste the whole link.');
  }
}
