import * as vscode from 'vscode';

import { fixAll, fixesFor } from '../../core/manifest/fixes.ts';
import { fillAllFromHashes, fillFromHash } from '../../core/manifest/fixes/fillFromHash.ts';
import type { Fix } from '../../core/manifest/fixes/fix.ts';
import type { Problem } from '../../core/manifest/problem.ts';
import { deviceAt } from '../../core/manifest/propertyAt.ts';
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
      resolveCodeAction: action => (action instanceof FileAction ? action.resolve() : action),
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite] },
  );
}

/** An action on the whole file: its edit is made when it is chosen, not with every move of the cursor. */
class FileAction extends vscode.CodeAction {
  readonly #edits: () => readonly TextEdit[];
  readonly #document: vscode.TextDocument;

  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    document: vscode.TextDocument,
    edits: () => readonly TextEdit[],
  ) {
    super(title, kind);
    this.#document = document;
    this.#edits = edits;
  }

  resolve(): this {
    this.edit = editOf(this.#edits(), this.#document);
    return this;
  }
}

interface Offer {
  readonly problem: Problem;
  readonly fix: Fix;
}

function fixesAt(
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
  checked: CheckedManifest,
): vscode.CodeAction[] {
  const { document, problems } = checked;
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const offers = problems
    .filter(({ span }) => span.start <= end && span.end >= start)
    .flatMap(problem => fixesFor(checked, problem).map((fix): Offer => ({ problem, fix })));
  const single = offers.map(({ problem, fix }, index) => {
    const action = new vscode.CodeAction(fixWords(fix), vscode.CodeActionKind.QuickFix);
    action.edit = editOf(fix.edits, document);
    action.diagnostics = diagnostics.filter(diagnostic => isAbout(diagnostic, problem, document));
    action.isPreferred = index === 0;
    return action;
  });
  const kinds = new Map(offers.map(offer => [offer.fix.kind, offer]));
  return [...single, ...[...kinds.values()].flatMap(offer => fixAllOf(offer, checked))];
}

/** One action for all problems of the offer's code that fixes of its kind can mend, where there is more than one. */
function fixAllOf({ problem, fix: { kind } }: Offer, checked: CheckedManifest): vscode.CodeAction[] {
  const fixable = checked.problems.filter(
    other => other.code === problem.code && fixesFor(checked, other).some(fix => fix.kind === kind),
  );
  return fixable.length < 2
    ? []
    : [
        new FileAction(fixAllWords(kind, fixable.length), vscode.CodeActionKind.QuickFix, checked.document, () =>
          fixAll(checked, fixable, kind),
        ),
      ];
}

/** What the hash of the device under the cursor can fill in, and all hashes of the file. */
function fillingsAt(range: vscode.Range, checked: CheckedManifest): vscode.CodeAction[] {
  const { document, manifest, hashOf } = checked;
  const offset = document.offsetAt(range.start);
  const device = deviceAt(manifest, offset);
  const hash = device && hashOf(device);
  const fix = device && hash && fillFromHash(manifest, device, hash);
  if (fix === undefined) {
    return [];
  }
  const kind = vscode.CodeActionKind.RefactorRewrite;
  const one = new vscode.CodeAction(fixWords(fix), kind);
  one.edit = editOf(fix.edits, document);
  return [one, new FileAction(fillAllWords(), kind, document, () => fillAllFromHashes(checked))];
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
