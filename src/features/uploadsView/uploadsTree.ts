import type * as vscode from 'vscode';

import { plainText } from '../../platform/plainText.ts';
import { customerNameIn } from '../../platform/words/customerName.ts';
import { standingWords } from '../../platform/words/uploadSummary.ts';
import { uploadCountsOf } from '../../uploads/uploadCounts.ts';
import type { Uploads, UploadView } from '../../uploads/uploads.ts';
import { uploadItem } from './uploadItem.ts';
import { childrenOf, customerNodes, type UploadNode } from './uploadTree.ts';

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
    return this.#uploads.all().filter(({ phase, isRunning }) => {
      const isLooking = phase.is === 'unknown' && isRunning;
      return phase.is === 'paused' || (phase.is === 'unknown' && !isLooking);
    }).length;
  }

  /** A line for each upload that this window sends or watches. */
  running(): readonly string[] {
    return this.#uploads
      .all()
      .filter(({ isRunning, phase }) => isRunning && phase.is !== 'over')
      .map(runningWords);
  }
}

function runningWords(view: UploadView): string {
  const { customer, account, batch } = view.record;
  const standing = standingWords(view, uploadCountsOf(view.record));
  return `${customerNameIn(account.cloud, customer)}, ${plainText(batch.id)}: ${standing}`;
}
