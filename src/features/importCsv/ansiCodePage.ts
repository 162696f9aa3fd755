import * as vscode from 'vscode';

import type { CsvOptions } from '../../core/csv/readCsv.ts';

/** The Windows code page that `files.encoding` names for the file, such as `windows1250`; none if it names something else. */
export function ansiCodePage(file: vscode.Uri): CsvOptions {
  const encoding = vscode.workspace.getConfiguration('files', file).get<string>('encoding', '');
  const number = /^windows(\d+)$/.exec(encoding)?.[1];
  return number === undefined ? {} : { ansi: `windows-${number}` };
}
