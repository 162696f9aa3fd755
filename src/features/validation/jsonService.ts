import * as vscode from 'vscode';

import type { Problem } from '../../core/manifest/problem.ts';

/**
 * Whether VS Code's own JSON service paints this problem already, so that we leave it to it.
 *
 * It reports syntax faults, and a property that is written twice in the same spelling, unless the user switched its
 * validation off or runs a VS Code without it.
 */
export function jsonServiceReports(problem: Problem, document: vscode.TextDocument): boolean {
  const itsFault = problem.code === 'syntax' || (problem.code === 'property-twice' && problem.sameSpelling);
  return itsFault && jsonServiceChecks(document);
}

function jsonServiceChecks({ uri }: vscode.TextDocument): boolean {
  return (
    vscode.extensions.getExtension('vscode.json-language-features') !== undefined &&
    vscode.workspace.getConfiguration('json', uri).get('validate.enable', true)
  );
}
