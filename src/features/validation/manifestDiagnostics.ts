import * as vscode from 'vscode';

import { shownSeverity } from '../../core/rules/severityOf.ts';
import type { Severity } from '../../core/manifest/severity.ts';
import type { CheckedManifest, OpenManifests } from '../../platform/openManifests.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import { readRuleSettings } from '../../platform/settings.ts';
import { tooManyProblems } from '../../platform/words/problems.ts';
import { diagnosticOf, diagnosticSource } from './diagnosticOf.ts';
import { jsonServiceReports } from './jsonService.ts';

/** VS Code sends no more than this many diagnostics of one file to its window. */
const maxShown = 1000;

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** Keeps the Problems panel in step with the open manifests. */
export function showManifestDiagnostics(manifests: OpenManifests): vscode.Disposable {
  const store = new DisposableStore();
  const collection = store.add(vscode.languages.createDiagnosticCollection('deviceBatch'));

  store.add(manifests.onDidCheck(checked => collection.set(checked.document.uri, diagnosticsOf(checked))));
  store.add(manifests.onDidClose(uri => collection.delete(uri)));
  store.add(
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('json.validate')) {
        manifests.recheck();
      }
    }),
  );
  return store;
}

function diagnosticsOf({ document, problems }: CheckedManifest): vscode.Diagnostic[] {
  const { rules } = readRuleSettings(document.uri);
  const shown = problems
    .filter(problem => !jsonServiceReports(problem, document))
    .flatMap(problem => {
      const severity = shownSeverity(problem, rules);
      return severity === undefined ? [] : [{ problem, severity }];
    });
  if (shown.length <= maxShown) {
    return shown.map(({ problem, severity }) => diagnosticOf(problem, severity, document));
  }
  const first = shown.toSorted((a, b) => order[a.severity] - order[b.severity]).slice(0, maxShown - 1);
  return [
    restOf(first.length, shown.length),
    ...first.map(({ problem, severity }) => diagnosticOf(problem, severity, document)),
  ];
}

/** Says at the top of the file that not all problems are shown. */
function restOf(shown: number, all: number): vscode.Diagnostic {
  const top = new vscode.Range(0, 0, 0, 0);
  const rest = new vscode.Diagnostic(top, tooManyProblems(shown, all), vscode.DiagnosticSeverity.Information);
  rest.source = diagnosticSource;
  return rest;
}
