import * as vscode from 'vscode';

import type { Problem, ProblemOf } from '../../core/manifest/problem.ts';
import type { Severity } from '../../core/manifest/severity.ts';
import type { Span } from '../../core/manifest/span.ts';
import { commandIds } from '../../platform/commandIds.ts';
import { problemWords, relatedWords } from '../../platform/words/problems.ts';

/** Named beside every problem of ours; a name, not translated. */
export const diagnosticSource = 'Device Batch';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** The problem as the editor shows it. Its code opens the page of its rule. */
export function diagnosticOf(problem: Problem, severity: Severity, document: vscode.TextDocument): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeOf(problem.span, document),
    problemWords(problem),
    severities[severity],
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: problem.code, target: explainRule(problem.code) };
  const related = relatedOf(problem);
  if (related !== undefined) {
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, rangeOf(related.span, document)),
        relatedWords(related.code),
      ),
    ];
  }
  return diagnostic;
}

/** A span of the document's present text as the editor's range. */
export function rangeOf({ start, end }: Span, document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function explainRule(code: string): vscode.Uri {
  return vscode.Uri.parse(`command:${commandIds.explainRule}?${encodeURIComponent(JSON.stringify([code]))}`);
}

type RelatedProblem = ProblemOf<'property-twice' | 'duplicate-device' | 'board-replaced'>;

function relatedOf(problem: Problem): { readonly code: RelatedProblem['code']; readonly span: Span } | undefined {
  if (!('first' in problem)) {
    return undefined;
  }
  return { code: problem.code, span: problem.code === 'property-twice' ? problem.first : problem.first.span };
}
