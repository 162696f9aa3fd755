import * as vscode from 'vscode';

import { statusLink } from '../../api/statusLink.ts';
import { confirm } from '../../platform/prompts.ts';
import { assertTrusted } from '../../platform/workspaceTrust.ts';
import { uploadCountsOf } from '../../uploads/uploadCounts.ts';
import { isUnfinished } from '../../uploads/uploadPhase.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import type { DecisionResult, Uploads, UploadView } from '../../uploads/uploads.ts';
import { abilitiesOf, type UploadAbility } from './uploadAbilities.ts';
import { type DevicesLeftDeps, openFailedDevices, openUnsentDevices } from './openDevicesLeft.ts';
import { uploadFor } from './uploadFor.ts';

/** What the actions on uploads take. */
export interface UploadActionsDeps extends DevicesLeftDeps {
  readonly uploads: Uploads;
  /** Lets the user decide about an upload that waits for that, and does it. */
  readonly continueUpload: (view: UploadView) => Promise<void>;
  /** Shows the manifest that an upload was made from, and in it the device at a place of the upload. */
  readonly showManifest: (record: UploadRecord, place: number | undefined) => Promise<void>;
}

/** How long the status bar says what was done, in milliseconds. */
const saidMs = 4000;

/**
 * What users can do about recorded uploads. Each takes what its command was started for, and asks where that is nothing.
 *
 * All throw {@link vscode.CancellationError} when the user changes their mind, or what stops them was said.
 */
export class UploadActions {
  readonly #deps: UploadActionsDeps;

  constructor(deps: UploadActionsDeps) {
    this.#deps = deps;
  }

  async resume(argument: unknown): Promise<void> {
    const { uploads, continueUpload } = this.#deps;
    const none = vscode.l10n.t('No upload waits for you.');
    const view = await this.#ask(argument, vscode.l10n.t('Resume Upload'), none, 'resume');
    await assertTrusted();
    if (!waitsForDecision(view)) {
      const { id } = view.record;
      sayIfNotDone(await uploads.decide(id, { is: 'watch-resumed' }));
    }
    const now = uploads.view(view.record.id);
    if (now !== undefined && waitsForDecision(now)) {
      await continueUpload(now);
    }
  }

  async cancel(argument: unknown): Promise<void> {
    const { uploads } = this.#deps;
    const none = vscode.l10n.t('There is no upload of which something could still be sent.');
    const { record, isRunning } = await this.#ask(argument, vscode.l10n.t('Cancel Upload'), none, 'cancel');
    const result = await uploads.decide(record.id, { is: 'cancelled' });
    sayIfNotDone(result);
    // Whoever sends it says what came of it.
    if (result === 'done' && !isRunning) {
      const { all, unsent } = uploadCountsOf(record);
      const words = vscode.l10n.t(
        'Nothing more of this upload is sent. {0} of {1} devices had been sent, and that is not undone.',
        all - unsent,
        all,
      );
      void vscode.window.showInformationMessage(words);
    }
  }

  async forget(argument: unknown): Promise<void> {
    const { uploads } = this.#deps;
    const view = await this.#ask(argument, vscode.l10n.t('Forget Upload'), noUploads());
    if (isUnfinished(view.record) || view.phase.is === 'paused') {
      await confirm(vscode.l10n.t('Forget this upload?'), forgottenWords(), vscode.l10n.t('Forget'));
    }
    sayIfNotDone(await uploads.forget(view.record.id));
  }

  async forgetAll(): Promise<void> {
    const { uploads } = this.#deps;
    const { length } = uploads.all();
    const question =
      length === 1 ? vscode.l10n.t('Forget the only upload?') : vscode.l10n.t('Forget all {0} uploads?', length);
    await confirm(question, forgottenWords(), vscode.l10n.t('Forget All'));
    await uploads.forgetAll();
  }

  async copyLink(argument: unknown): Promise<void> {
    const none = vscode.l10n.t('No upload has a status link.');
    const { record } = await this.#ask(argument, vscode.l10n.t('Copy Status Link'), none, 'link');
    const links = linksOf(record);
    if (links.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This upload has no status link.'));
      return;
    }
    await vscode.env.clipboard.writeText(links.join('\n'));
    const words = vscode.l10n.t('Status links copied: {0}.', links.length);
    vscode.window.setStatusBarMessage(words, saidMs);
  }

  /** `place`: the position of one of the upload's devices. */
  async showManifest(argument: unknown, place: unknown): Promise<void> {
    const view = await this.#ask(argument, vscode.l10n.t('Go to Manifest'), noUploads());
    await this.#deps.showManifest(view.record, typeof place === 'number' ? place : undefined);
  }

  async retryFailed(argument: unknown): Promise<void> {
    const none = vscode.l10n.t('No device of any upload failed.');
    const view = await this.#ask(argument, vscode.l10n.t('New Manifest of Failed Devices'), none, 'retry');
    await openFailedDevices(view.record, this.#deps);
  }

  async openUnsent(argument: unknown): Promise<void> {
    const none = vscode.l10n.t('All devices of all uploads were sent.');
    const title = vscode.l10n.t('New Manifest of Unsent Devices');
    const view = await this.#ask(argument, title, none, 'unsent');
    await openUnsentDevices(view.record, this.#deps);
  }

  async #ask(argument: unknown, title: string, none: string, ability?: UploadAbility): Promise<UploadView> {
    const fits = (view: UploadView): boolean => ability === undefined || abilitiesOf(view).includes(ability);
    return uploadFor(argument, this.#deps.uploads, { title, fits, none });
  }
}

function waitsForDecision({ phase }: UploadView): boolean {
  return phase.is === 'paused' || phase.is === 'unknown';
}

function linksOf({ account, customer, parts }: UploadRecord): readonly string[] {
  return parts.flatMap(part =>
    part.is === 'accepted' && part.job.is !== 'untracked'
      ? [statusLink(new URL(account.base), { customerId: customer.id, trackingId: part.job.trackingId })]
      : [],
  );
}

function forgottenWords(): string {
  return vscode.l10n.t(
    'Only what this machine knows is removed: what Partner Center accepted stays registered. What was not sent yet is not sent, and nothing is watched any more.',
  );
}

function noUploads(): string {
  return vscode.l10n.t('There is no upload in the records.');
}

function sayIfNotDone(result: DecisionResult): void {
  if (result === 'done') {
    return;
  }
  void vscode.window.showInformationMessage(
    result === 'elsewhere'
      ? vscode.l10n.t('Another window carries this upload on. Decide about it there.')
      : vscode.l10n.t('The record of this upload is gone.'),
  );
}
