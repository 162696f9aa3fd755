import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import { openManifest } from '../../../src/features/status/goToDevice.ts';
import type { CheckedManifest } from '../../../src/platform/openManifests.ts';
import { anUpload } from './anUpload.ts';

const document = {} as vscode.TextDocument;

/** Opens the manifest from a place that wants it in `column`, and returns in which columns it was shown. */
async function columnsOf(column: vscode.ViewColumn, inView: readonly vscode.TextEditor[]): Promise<readonly unknown[]> {
  const columns: unknown[] = [];
  Object.assign(vscode.window, {
    visibleTextEditors: inView,
    showTextDocument: async (shown: vscode.TextDocument, options: vscode.TextDocumentShowOptions) => {
      assert.equal(shown, document);
      columns.push(options.viewColumn);
    },
  });
  const checked = { document } as CheckedManifest;
  await openManifest(anUpload([]).record, { open: async () => checked }, column);
  return columns;
}

suite('the manifest of an upload', () => {
  test('opens beside the status page, and in the active group from everywhere else', async () => {
    for (const column of [vscode.ViewColumn.Beside, vscode.ViewColumn.Active]) {
      assert.deepEqual(await columnsOf(column, []), [column]);
    }
  });

  test('is shown where it is in view already', async () => {
    const editor = { document, viewColumn: vscode.ViewColumn.Two } as vscode.TextEditor;
    assert.deepEqual(await columnsOf(vscode.ViewColumn.Active, [editor]), [vscode.ViewColumn.Two]);
  });
});
