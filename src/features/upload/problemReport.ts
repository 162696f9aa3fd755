import * as vscode from 'vscode';

import type { Problem } from '../../core/manifest/problem.ts';
import { placesInSteps } from '../../platform/placesInText.ts';
import { plainText } from '../../platform/plainText.ts';
import { problemWords } from '../../platform/words/problems.ts';

/** More than anybody mends by hand. */
const mostListed = 1000;

/**
 * What blocks the upload of a manifest that VS Code shows no problems in, as Markdown: each in the words of the Problems panel, behind its
 * line and column. It pauses, so that a host can do other things.
 *
 * @param name what the manifest is called
 * @param errors in reading order
 */
export function* problemReport(name: string, text: string, errors: readonly Problem[]): Generator<void, string> {
  const listed = errors.slice(0, mostListed);
  const places = yield* placesInSteps(
    text,
    listed.map(({ span }) => span.start),
  );
  const items = listed.map((problem, index) => {
    const { line = 0, character = 0 } = places[index] ?? {};
    return `- ${line + 1}:${character + 1} ${problemWords(problem)}`;
  });
  const lines = [
    `# ${vscode.l10n.t('What blocks the upload of {0}', plainText(name))}`,
    '',
    vscode.l10n.t('VS Code shows no problems in a file of this size, so they stand here, by line and column.'),
    '',
    ...items,
    ...restLines(errors.length - listed.length),
  ];
  return `${lines.join('\n')}\n`;
}

function restLines(rest: number): readonly string[] {
  if (rest === 0) {
    return [];
  }
  return ['', rest === 1 ? vscode.l10n.t('One more is not listed.') : vscode.l10n.t('{0} more are not listed.', rest)];
}
