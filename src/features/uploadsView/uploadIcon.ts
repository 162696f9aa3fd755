import * as vscode from 'vscode';

import type { UploadCounts } from '../../uploads/uploadCounts.ts';
import type { UploadView } from '../../uploads/uploads.ts';

/** How an upload stands, at a glance. */
export function uploadIcon({ phase, isRunning }: UploadView, counts: UploadCounts): vscode.ThemeIcon {
  switch (phase.is) {
    case 'sending':
    case 'watching':
      return new vscode.ThemeIcon(isRunning ? 'sync~spin' : 'sync');
    case 'paused':
      return warning('debug-pause');
    case 'unknown':
      return warning('question');
    case 'unwatched':
      return new vscode.ThemeIcon('eye-closed');
    case 'over':
      return resultIcon(counts);
  }
}

function resultIcon({ all, unsent, failed, registered, alreadyRegistered }: UploadCounts): vscode.ThemeIcon {
  if (failed > 0) {
    return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  }
  if (unsent > 0) {
    return new vscode.ThemeIcon('circle-slash');
  }
  return registered + alreadyRegistered === all
    ? new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'))
    : warning('question');
}

function warning(icon: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor('list.warningForeground'));
}
