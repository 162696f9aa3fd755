import * as vscode from 'vscode';

import type { Uploads } from '../../uploads/uploads.ts';

/** How long an upload goes unwatched at most once its window is gone, beside the time until its lock is stale. */
const everyMs = 60_000;

/** Goes on watching what other windows watched, whenever one of them is gone. No untrusted workspace does: it may not ask. */
export function watchAbandoned(
  uploads: Pick<Uploads, 'takeUpAbandoned'>,
  onError: (error: unknown) => void,
): vscode.Disposable {
  const timer = setInterval(() => {
    if (vscode.workspace.isTrusted) {
      uploads.takeUpAbandoned().catch(onError);
    }
  }, everyMs).unref();
  return new vscode.Disposable(() => clearInterval(timer));
}
