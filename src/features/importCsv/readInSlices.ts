import * as vscode from 'vscode';

/** The longest a file keeps the extension host without a break. */
const sliceMs = 8;

/** Runs the steps with a break every few milliseconds. @throws {vscode.CancellationError} once the token says so. */
export async function readInSlices<T>(steps: Generator<void, T>, token: vscode.CancellationToken): Promise<T> {
  for (let sliceEnd = performance.now() + sliceMs; ;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
    if (performance.now() >= sliceEnd) {
      await new Promise<void>(resolve => setImmediate(resolve));
      if (token.isCancellationRequested) {
        throw new vscode.CancellationError();
      }
      sliceEnd = performance.now() + sliceMs;
    }
  }
}
