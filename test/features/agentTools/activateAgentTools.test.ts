import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import * as vscode from 'vscode';

import { activateAgentTools } from '../../../src/features/agentTools/activateAgentTools.ts';
import type { StatusLook } from '../../../src/features/agentTools/agentTools.ts';

type Tool = vscode.LanguageModelTool<unknown>;

/** The status tool as it is registered, and the looks that it asked for. */
function statusTool(): { readonly tool: Tool; readonly looks: readonly StatusLook[] } {
  const tools = new Map<string, Tool>();
  const looks: StatusLook[] = [];
  Object.assign(vscode.lm, {
    registerTool: (name: string, tool: Tool) => {
      tools.set(name, tool);
      return new vscode.Disposable(() => {});
    },
  });
  activateAgentTools({
    load: async () => ({
      validate: async () => ({}),
      explain: async () => ({}),
      status: async (_input, look) => {
        looks.push(look);
        return { told: true };
      },
    }),
  });
  return { tool: tools.get('devicebatch_status') ?? assert.fail('is not registered'), looks };
}

const token = { isCancellationRequested: false, onCancellationRequested: () => new vscode.Disposable(() => {}) };

suite('the status tool', () => {
  for (const [input, asks] of [
    [{ askPartnerCenter: true }, true],
    [{ askPartnerCenter: false }, false],
    [{ askPartnerCenter: 'true' }, false],
    [{}, false],
    [undefined, false],
  ] as const) {
    test(`${asks ? 'asks the user, and then' : 'asks neither the user nor'} Partner Center for ${JSON.stringify(input)}`, async () => {
      const { tool, looks } = statusTool();
      const prepared = await tool.prepareInvocation?.({ input }, token);
      assert.equal(prepared?.confirmationMessages !== undefined, asks);
      const result = await tool.invoke({ input, toolInvocationToken: undefined }, token);
      assert.deepEqual(
        result,
        new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart('{\n "told": true\n}')]),
      );
      assert.deepEqual(
        looks.map(({ asksService }) => asksService),
        [asks],
      );
    });
  }
});
