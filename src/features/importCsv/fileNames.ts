import type * as vscode from 'vscode';

/** The last part of the file's path. */
export function fileNameOf({ path }: Pick<vscode.Uri, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The name of a file without what tells its kind: `Berlin` for `Berlin.devicebatch.jsonc` and for `Berlin.csv`. */
export function bareNameOf(uri: Pick<vscode.Uri, 'path'>): string {
  return fileNameOf(uri).replace(/(?:\.device-?batch\.jsonc?|\.[a-z\d]{1,4})$/i, '');
}
