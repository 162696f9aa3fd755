import * as vscode from 'vscode';

import { fixAll, fixesFor } from '../../core/manifest/fixes.ts';
import { fillAllFromHashes, fillFromHash } from '../../core/manifest/fixes/fillFromHash.ts';
import type { Fix } from '../../core/manifest/fixes/fix.ts';
import type { Problem } from '../../core/manifest/problem.ts';
import type { TextEdit } from '../../core/manifest/textEdit.ts';
import { manifestSelector } from '../../platform/manifestSelector.ts';
import type { CheckedManifest, OpenManifests } from '../../platform/openManifests.ts';
import { fillAllWords, fixAllWords, fixWords } from '../../platform/words/fixes.ts';
import { rangeOf } from './diagnosticOf.ts';

/** Quick fixes for the problems under the cursor, each one undoable edit, and the same for all problems of its kind. */
export function provideFixActions(manifests: OpenManifests): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    manifestSelector,
    {
      async provideCodeActions(document, range, { diagnostics }) {
        const checked = await manifests.current(document);
        return checked === undefined ? [] : [...fixesAt(range, diagnostics, checked), ...fillingsAt(range, checked)];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite] },
  );
}

function fixesAt(
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
  checked: CheckedManifest,
): vscode.CodeAction[] {
  const offered = checked.problems
    .filter(({ span }) => rangeOf(span, checked.document).intersection(range) !== undefined)
    .flatMap(problem => fixesFor(checked, problem).map(fix => ({ problem, fix })));
  const single = offered.map(({ problem, fix }, index) => {
    const action = new vscode.CodeAction(fixWords(fix), vscode.CodeActionKind.QuickFix);
    action.edit = editOf(fix.edits, checked.document);
    action.diagnostics = diagnostics.filter(diagnostic => isAbout(diagnostic, problem, checked.document));
    action.isPreferred = index === 0;
    return action;
  });
  const kinds = [...new Set(offered.map(({ fix }) => fix.kind))];
  return [...single, ...kinds.flatMap(kind => fixAllOf(kind, checked))];
}

/** One action for all problems that fixes of this kind can mend, where there is more than one. */
function fixAllOf(kind: Fix['kind'], checked: CheckedManifest): vscode.CodeAction[] {
  const fixable = checked.problems.filter(problem => fixesFor(checked, problem).some(fix => fix.kind === kind));
  if (fixable.length < 2) {
    return [];
  }
  const action = new vscode.CodeAction(fixAllWords(kind, fixable.length), vscode.CodeActionKind.QuickFix);
  action.edit = editOf(fixAll(checked, fixable, kind), checked.document);
  return [action];
}

/** What the hash of the device under the cursor can fill in, and all hashes of the file. */
function fillingsAt(range: vscode.Range, checked: CheckedManifest): vscode.CodeAction[] {
  const { document, manifest, hashOf } = checked;
  const offset = document.offsetAt(range.start);
  const device = manifest.devices.find(({ span }) => span.start <= offset && offset < span.end);
  const hash = device && hashOf(device);
  const fix = device && hash && fillFromHash(manifest, device, hash);
  if (fix === undefined) {
    return [];
  }
  const one = new vscode.CodeAction(fixWords(fix), vscode.CodeActionKind.RefactorRewrite);
  one.edit = editOf(fix.edits, document);
  const all = new vscode.CodeAction(fillAllWords(), vscode.CodeActionKind.RefactorRewrite);
  all.edit = editOf(fillAllFromHashes(checked), document);
  return [one, all];
}

function editOf(edits: readonly TextEdit[], document: vscode.TextDocument): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ span, text }) => new vscode.TextEdit(rangeOf(span, document), text)),
  );
  return edit;
}

function isAbout(diagnostic: vscode.Diagnostic, problem: Problem, document: vscode.TextDocument): boolean {
  const { code, range } = diagnostic;
  return typeof code === 'object' && code.value === problem.code && range.isEqual(rangeOf(problem.span, document));
}
