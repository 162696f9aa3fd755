// The `vscode` module in unit tests: of the real one only what the code under test touches.
import type * as vscode from 'vscode';

/** Messages in the language they are written in. */
export const l10n = {
  t: (message: string, ...args: readonly (string | number | boolean)[]): string =>
    message.replaceAll(/\{(\d+)\}/g, (hole, index: string) => String(args[Number(index)] ?? hole)),
};

export class CancellationError extends Error implements vscode.CancellationError {
  constructor() {
    super('Canceled');
    this.name = 'Canceled';
  }
}

export const LogLevel = { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 } as const;

export const env = { language: 'en' };
