import * as vscode from 'vscode';

import { inSlices } from '../../platform/inSlices.ts';

/**
 * Runs the steps, which must not end with `undefined`, with breaks that leave the extension host free.
 *
 * @throws {vscode.CancellationError} once the token says so.
 */
export async function readInSlices<T>(steps: Generator<void, T>, token: vscode.CancellationToken): Promise<T> {
  const result = await inSlices(steps, () => token.isCancellationRequested);
  if (result === undefined) {
    throw new vscode.CancellationError();
  }
  return result;
}
