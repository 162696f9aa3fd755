import * as vscode from 'vscode';

import type { DeviceStatus } from '../../webview/protocol.ts';

/** What the states of devices are called. */
export function statusWords(): Readonly<Record<DeviceStatus, string>> {
  return {
    registered: vscode.l10n.t('Registered'),
    'already-registered': vscode.l10n.t('Already registered'),
    failed: vscode.l10n.t('Failed'),
    waiting: vscode.l10n.t('Waiting'),
    unanswered: vscode.l10n.t('No answer'),
    unknown: vscode.l10n.t('Not known'),
    'not-sent': vscode.l10n.t('Not sent'),
  };
}
