import * as vscode from 'vscode';

import type { Problem } from '../../core/manifest/problem.ts';
import type { Check } from '../../core/manifest/validate.ts';
import type { DeviceBatch } from '../../core/upload/batchOf.ts';
import { type Gate, gateInSteps } from '../../core/upload/gate.ts';
import { signalOf } from '../../platform/cancellation.ts';
import type { CheckText } from '../../platform/checkText.ts';
import { type ManifestSource, showPlace } from '../../platform/manifestSource.ts';
import { plainText } from '../../platform/plainText.ts';
import type { ReadOnlyDocuments } from '../../platform/readOnlyDocuments.ts';
import { readRuleSettings } from '../../platform/settings.ts';
import { problemReport } from './problemReport.ts';
import { readManifest } from './readManifest.ts';
import { takeSteps } from './takeSteps.ts';

/** What the gate takes. */
export interface GateDeps {
  readonly checkText: CheckText;
  /** Where problems are shown that cannot be shown in the manifest. */
  readonly reports: Pick<ReadOnlyDocuments, 'show'>;
}

/** A manifest that may be uploaded. */
export interface PassedManifest {
  readonly source: ManifestSource;
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
 * @throws the signal's reason when the user cancels.
 */
export async function passGate(source: ManifestSource, { checkText, reports }: GateDeps): Promise<PassedManifest> {
  const { text, check, gate } = await judgeWithProgress(source, checkText);
  if (gate.is === 'closed') {
    await tellBlocked({ source, text, errors: gate.errors }, reports);
    throw new vscode.CancellationError();
  }
  return { source, text, check, batch: gate.batch, warnings: gate.warnings };
}

interface Judged {
  readonly text: string;
  readonly check: Check;
  readonly gate: Gate;
}

/** What is checked as it is typed takes no time worth a notification. */
async function judgeWithProgress(source: ManifestSource, checkText: CheckText): Promise<Judged> {
  const location = source.isLive ? vscode.ProgressLocation.Window : vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Checking {0}', plainText(fileName(source)));
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const signal = signalOf(token);
    const text = await readManifest(source, progress, signal);
    const check = await checkText(text, source, signal);
    const gate = await takeSteps(gateInSteps(check, readRuleSettings(source.uri).rules), signal);
    return { text, check, gate };
  });
}

interface Blocked {
  readonly source: ManifestSource;
  readonly text: string;
  readonly errors: readonly Problem[];
}

async function tellBlocked(blocked: Blocked, reports: GateDeps['reports']): Promise<void> {
  const { errors } = blocked;
  const showProblems = vscode.l10n.t('Show Problems');
  const chosen = await vscode.window.showErrorMessage(
    errors.length === 1
      ? vscode.l10n.t('Nothing was sent: one problem of the manifest blocks the upload.')
      : vscode.l10n.t('Nothing was sent: {0} problems of the manifest block the upload.', errors.length),
    showProblems,
  );
  if (chosen === showProblems) {
    await show(blocked, reports);
  }
}

async function show({ source, text, errors }: Blocked, reports: GateDeps['reports']): Promise<void> {
  if (source.isLive) {
    await showPlace(source, text, errors[0]?.span.start ?? 0);
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    return;
  }
  const name = fileName(source);
  const report = await takeSteps(problemReport(name, text, errors), new AbortController().signal);
  await reports.show(vscode.l10n.t('{0} (problems).md', plainText(name)), report);
}

function fileName({ uri }: ManifestSource): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
