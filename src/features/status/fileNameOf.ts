import * as vscode from 'vscode';

/** The last part of an address, decoded. */
export function fileNameOf(uri: string): string {
  return vscode.Uri.parse(uri).path.split('/').at(-1) ?? '';
}
