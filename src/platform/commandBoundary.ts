import * as vscode from 'vscode';

import type { Log } from './log.ts';
import type { FailureWords } from './words/failures.ts';

export type CommandHandler = (...args: readonly unknown[]) => Promise<void>;

/** Registers a command by its id. */
export type RegisterCommand = (id: string, handler: CommandHandler) => vscode.Disposable;

/** What the boundary needs. */
export interface CommandBoundaryDeps {
  readonly log: Log;
  /** Loads the words for failures: they are many, and most sessions need none. */
  readonly loadWords: () => Promise<(error: unknown) => FailureWords>;
}

/**
 * Returns the one way to register a command: behind the extension's one error boundary.
 *
 * Handlers just throw. A change of mind is silent; everything else is logged with its cause and shown once.
 */
export function createCommandBoundary({ log, loadWords }: CommandBoundaryDeps): RegisterCommand {
  return (id, handler) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        await handler(...args);
      } catch (error) {
        if (isChangeOfMind(error)) {
          return;
        }
        const words = (await loadWords())(error);
        log.failure(id, error, words);
        await presentFailure(words, log);
      }
    });
}

/** Whether the user called it off: VS Code's cancellation or an aborted signal. */
export function isChangeOfMind(error: unknown): boolean {
  return error instanceof vscode.CancellationError || (error instanceof Error && error.name === 'AbortError');
}

/** Shows what failed, and offers the log. */
export async function presentFailure({ sentence, nextStep }: FailureWords, log: Log): Promise<void> {
  const showOutput = vscode.l10n.t('Show Output');
  const chosen = await vscode.window.showErrorMessage(nextStep ? `${sentence} ${nextStep}` : sentence, showOutput);
  if (chosen === showOutput) {
    log.show();
  }
}
