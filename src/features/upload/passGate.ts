import * as vscode from 'vscode';

import type { Problem } from '../../core/manifest/problem.ts';
import type { Check } from '../../core/manifest/validate.ts';
import type { DeviceBatch } from '../../core/upload/batchOf.ts';
import { gateInSteps } from '../../core/upload/gate.ts';
import type { CheckText } from '../../platform/checkText.ts';
import { readRuleSettings } from '../../platform/settings.ts';
import { takeSteps } from './takeSteps.ts';

/** A manifest that may be uploaded. */
export interface PassedManifest {
  readonly document: vscode.TextDocument;
  /** Exactly the text that was checked, and that the upload is recorded with. */
  readonly text: string;
  readonly check: Check;
  readonly batch: DeviceBatch;
  readonly warnings: number;
}

/**
 * Checks the manifest as it is now.
 *
 * @throws {vscode.CancellationError} after showing what blocks the upload.
 */
export async function passGate(document: vscode.TextDocument, checkText: CheckText): Promise<PassedManifest> {
  const text = document.getText();
  const check = await checkText(text, document);
  const gate = await takeSteps(gateInSteps(check, readRuleSettings(document.uri).rules), new AbortController().signal);
  if (gate.is === 'closed') {
    await showBlocked(document, gate.errors);
    throw new vscode.CancellationError();
  }
  return { document, text, check, batch: gate.batch, warnings: gate.warnings };
}

async function showBlocked(document: vscode.TextDocument, errors: readonly Problem[]): Promise<void> {
  const showProblems = vscode.l10n.t('Show Problems');
  const chosen = await vscode.window.showErrorMessage(
    errors.length === 1
      ? vscode.l10n.t('Nothing was sent: one problem of the manifest blocks the upload.')
      : vscode.l10n.t('Nothing was sent: {0} problems of the manifest block the upload.', errors.length),
    showProblems,
  );
  if (chosen === showProblems) {
    const place = document.positionAt(errors[0]?.span.start ?? 0);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}
