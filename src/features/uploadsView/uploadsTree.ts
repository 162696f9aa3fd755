import * as vscode from 'vscode';

import { plainText } from '../../platform/plainText.ts';
import { customerNameIn } from '../../platform/words/customerName.ts';
import { standingWords } from '../../platform/words/uploadSummary.ts';
import { uploadCountsOf } from '../../uploads/uploadCounts.ts';
import type { Uploads, UploadView } from '../../uploads/uploads.ts';
import { uploadItem } from './uploadItem.ts';
import { childrenOf, customerNodes, type UploadNode } from './uploadNodes.ts';

/** The recorded uploads as a tree and as lines. */
export class UploadsTree {
  readonly #uploads: Pick<Uploads, 'all'>;

  constructor(uploads: Pick<Uploads, 'all'>) {
    this.#uploads = uploads;
  }

  children(node: UploadNode | undefined): readonly UploadNode[] {
    return node === undefined ? customerNodes(this.#uploads.all()) : childrenOf(node);
  }

  item(node: UploadNode): vscode.TreeItem {
    return uploadItem(node, Date.now());
  }

  /** How many uploads do not go on before the user decides something. */
  waiting(): number {
    const now = Date.now();
    return this.#uploads.all().filter(view => waitsForUser(view, now)).length;
  }

  /** A line for each upload that this window sends or watches. */
  running(): readonly string[] {
    return this.#uploads
      .all()
      .filter(({ isRunning, phase }) => isRunning && phase.is !== 'over')
      .map(runningWords);
  }
}

/** Of a part whose outcome is unknown nothing more can be found out once it was looked for long enough. */
function waitsForUser({ record, phase }: UploadView, now: number): boolean {
  if (phase.is === 'unknown') {
    return record.parts.every(part => part.is !== 'unknown' || part.lookUntil < now);
  }
  return phase.is === 'paused';
}

function runningWords(view: UploadView): string {
  const { customer, account, batch } = view.record;
  const standing = standingWords(view, uploadCountsOf(view.record));
  return vscode.l10n.t('{0}, {1}: {2}', customerNameIn(account.cloud, customer), plainText(batch.id), standing);
}
