import * as vscode from 'vscode';

import type { Log } from './log.ts';
import { failureWords } from './words/failures.ts';

export type CommandHandler = (...args: readonly unknown[]) => Promise<void>;

/** Registers a command by its id. */
export type RegisterCommand = (id: string, handler: CommandHandler) => vscode.Disposable;

/** What the boundary needs. */
export interface CommandBoundaryDeps {
  readonly log: Log;
}

/**
 * Returns the one way to register a command: behind the extension's one error boundary.
 *
 * Handlers just throw. A change of mind is silent; everything else is logged with its cause and shown once.
 */
export function createCommandBoundary({ log }: CommandBoundaryDeps): RegisterCommand {
  return (id, handler) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        await handler(...args);
      } catch (error) {
        if (isChangeOfMind(error)) {
          return;
        }
        log.failure(id, error);
        await present(error, log);
      }
    });
}

/** Whether the user called it off: VS Code's cancellation or an aborted signal. */
export function isChangeOfMind(error: unknown): boolean {
  return error instanceof vscode.CancellationError || (error instanceof Error && error.name === 'AbortError');
}

async function present(error: unknown, log: Log): Promise<void> {
  const showOutput = vscode.l10n.t('Show Output');
  const { sentence, nextStep } = failureWords(error);
  const chosen = await vscode.window.showErrorMessage(nextStep ? `${sentence} ${nextStep}` : sentence, showOutput);
  if (chosen === showOutput) {
    log.show();
  }
}
