import assert from 'node:assert/strict';

import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';

import { eventually } from '../harness/eventually.ts';

const files: vscode.Uri[] = [];

/** The name of the manifest that the command opens, and that of the folder it is to be saved in. */
async function newManifest(): Promise<readonly [name: string, folder: string]> {
  await vscode.commands.executeCommand('deviceBatch.newManifest');
  const uri = await eventually(() => {
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled === true && document.getText().includes('"batchId"'));
    return document.uri;
  });
  const [name = '', folder = ''] = uri.path.split('/').toReversed();
  return [name, folder];
}

async function lay(name: string): Promise<void> {
  const file = vscode.Uri.joinPath(folderUri(), name);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{}'));
  files.push(file);
}

function folderUri(): vscode.Uri {
  return vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail();
}

suite('A new manifest', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    for (const file of files.splice(0)) {
      await vscode.workspace.fs.delete(file);
    }
  });

  test('belongs into the folder of the workspace', async () =>
    assert.deepEqual(await newManifest(), ['NewBatch.devicebatch.jsonc', folderUri().path.split('/').at(-1)]));

  test('takes the name of no file that there is', async () => {
    await lay('NewBatch.devicebatch.jsonc');
    await lay('NewBatch-2.devicebatch.jsonc');
    const [name] = await newManifest();
    assert.equal(name, 'NewBatch-3.devicebatch.jsonc');
  });
});
