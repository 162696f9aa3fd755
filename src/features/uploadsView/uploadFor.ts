import * as vscode from 'vscode';

import { plainText } from '../../platform/plainText.ts';
import { askPick } from '../../platform/prompts.ts';
import { uploadIdOf } from '../../platform/uploadArgument.ts';
import { customerNameIn } from '../../platform/words/customerName.ts';
import { uploadSummary } from '../../platform/words/uploadSummary.ts';
import { uploadCountsOf } from '../../uploads/uploadCounts.ts';
import type { Uploads, UploadView } from '../../uploads/uploads.ts';

/** What a command is about, where it has to ask. */
export interface UploadQuestion {
  readonly title: string;
  /** Only these uploads are offered. */
  readonly fits: (view: UploadView) => boolean;
  /** Said if none is. */
  readonly none: string;
}

/**
 * The upload that a command was started for, else the user's pick among those that it fits.
 *
 * @throws {vscode.CancellationError} when nothing is picked, or after saying that there is nothing to pick.
 */
export async function uploadFor(
  argument: unknown,
  uploads: Pick<Uploads, 'all' | 'view'>,
  { title, fits, none }: UploadQuestion,
): Promise<UploadView> {
  const id = uploadIdOf(argument);
  const given = id === undefined ? undefined : uploads.view(id);
  if (given !== undefined) {
    return given;
  }
  const views = id === undefined ? uploads.all().filter(fits) : [];
  if (views.length === 0) {
    const gone = vscode.l10n.t('The record of this upload is gone.');
    void vscode.window.showInformationMessage(id === undefined ? none : gone);
    throw new vscode.CancellationError();
  }
  const items = views.map(view => pickItem(view, Date.now()));
  const { view } = await askPick(items, { title, matchOnDescription: true, matchOnDetail: true });
  return view;
}

function pickItem(view: UploadView, now: number): vscode.QuickPickItem & { readonly view: UploadView } {
  const { batch, customer, account } = view.record;
  return {
    label: plainText(batch.id),
    description: customerNameIn(account.cloud, customer),
    detail: uploadSummary(view, uploadCountsOf(view.record), now),
    view,
  };
}
