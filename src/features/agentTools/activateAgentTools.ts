import * as vscode from 'vscode';

import { signalOf } from '../../platform/cancellation.ts';
import type { AgentTools } from './agentTools.ts';

export interface AgentToolsDeps {
  /** Loads what the tools do: most windows never use one. */
  readonly load: () => Promise<AgentTools>;
}

/**
 * Tools for assistants (`contributes.languageModelTools`). They only read: nothing is uploaded or changed by one.
 *
 * What they cannot do they throw, in English, for the assistant to read.
 */
export function activateAgentTools({ load }: AgentToolsDeps): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.lm.registerTool<unknown>('devicebatch_validate', {
      invoke: async ({ input }) => answer(await (await load()).validate(input)),
    }),
    vscode.lm.registerTool<unknown>('devicebatch_status', {
      prepareInvocation: ({ input }) => (asksService(input) ? { confirmationMessages: confirmation() } : undefined),
      invoke: async ({ input }, token) =>
        answer(await (await load()).status(input, { asksService: asksService(input), signal: signalOf(token) })),
    }),
    vscode.lm.registerTool<unknown>('devicebatch_explain', {
      invoke: async ({ input }) => answer(await (await load()).explain(input)),
    }),
  );
}

/** Whether Partner Center is to be asked, which VS Code then asks the user about before the tool runs. */
function asksService(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'askPartnerCenter' in input && input.askPartnerCenter === true;
}

function confirmation(): vscode.LanguageModelToolConfirmationMessages {
  return {
    title: vscode.l10n.t('Ask Partner Center about an upload?'),
    message: vscode.l10n.t('An assistant wants to know how an upload stands. It is looked at; nothing is changed.'),
  };
}

function answer(value: object): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(value, undefined, 1))]);
}
