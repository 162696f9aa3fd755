import assert from 'node:assert/strict';

import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';

import { eventually } from '../harness/eventually.ts';
import { hardwareHash } from '../support/hashBuilder.ts';
import { readMarks } from '../support/markedText.ts';

const files: vscode.Uri[] = [];
let opened = 0;

/** Opens a manifest of that text, and tells where its mark is. */
async function openAt(marked: string): Promise<{ document: vscode.TextDocument; range: vscode.Range }> {
  const { text, spans } = readMarks(marked);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
  const uri = vscode.Uri.joinPath(folder, `fixes-${++opened}.devicebatch.jsonc`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  files.push(uri);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  const [span] = spans;
  assert(span, 'nothing is marked');
  return { document, range: new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)) };
}

async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    undefined,
    10,
  );
}

/** Chooses the action of that title at the mark, and asserts what the manifest holds afterwards, and again after one undo. */
async function assertFixed(marked: string, title: string, expected: string): Promise<void> {
  const { document, range } = await openAt(marked);
  const before = document.getText();
  const action = await eventually(async () => {
    const found = (await actionsAt(document, range)).find(offered => offered.title === title);
    return found ?? assert.fail('is not offered');
  });
  assert(action.edit, 'has no edit');
  await vscode.workspace.applyEdit(action.edit);
  assert.equal(shortened(document.getText()), shortened(expected));
  await vscode.commands.executeCommand('undo');
  assert.equal(shortened(document.getText()), shortened(before));
}

/** Hashes are long, and do not belong into what a test prints. */
function shortened(text: string): string {
  return text.replaceAll(/[A-Za-z0-9+/=]{100,}/g, hash => `${hash.length} characters`);
}

suite('quick fixes', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of files.splice(0)) {
      await vscode.workspace.fs.delete(uri);
    }
  });

  test('rename an unknown property', async () => {
    await assertFixed(
      '{ "batchId": "A", "devices": [{ «"serialnumber"»: "1" /* kept */ }] }',
      'Rename to "serialNumber"',
      '{ "batchId": "A", "devices": [{ "serialNumber": "1" /* kept */ }] }',
    );
  });

  test('mend all problems of a kind at once', async () => {
    await assertFixed(
      '{ "batchId": "A", "devices": [{ "productKey": «3305213974608» }, { "productKey": 3305213974609 }] }',
      'Put all 2 values in quotes',
      '{ "batchId": "A", "devices": [{ "productKey": "3305213974608" }, { "productKey": "3305213974609" }] }',
    );
  });

  test('fill in what the hash knows', async () => {
    const hash = hardwareHash({
      serialNumber: 'FK26-1',
      manufacturer: 'Fabrikam',
      model: 'Travel 14',
      productKeyId: '3305213974608',
    });
    await assertFixed(
      `{ "batchId": "A", "devices": [{ «"hardwareHash"»: "${hash}" }] }`,
      'Fill in serialNumber, productKey, oemManufacturerName, modelName from the hash',
      `{ "batchId": "A", "devices": [{ "serialNumber": "FK26-1", "productKey": "3305213974608", "oemManufacturerName": "Fabrikam", "modelName": "Travel 14", "hardwareHash": "${hash}" }] }`,
    );
  });
});
