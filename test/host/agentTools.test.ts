import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import path from 'node:path';

import { suite, suiteSetup, teardown, test } from 'mocha';
import * as vscode from 'vscode';

interface Told {
  readonly manifest: string;
  readonly problems: readonly { readonly code: string; readonly line: number; readonly message: string }[];
}

const text = '{\n  "batchId": "A",\n  "devices": [{ "hardwareHash": "DummyHash123", "serialNumber": "1R9-ZNP67" }]\n}';

/** What a tool answers: our tools answer with one JSON text. */
async function invoke(tool: string, input: object): Promise<unknown> {
  const { content } = await vscode.lm.invokeTool(tool, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value);
}

async function validate(manifest: string): Promise<Told> {
  return (await invoke('devicebatch_validate', { manifest })) as Told;
}

suite('tools for assistants', () => {
  let folder: vscode.Uri;
  const written: vscode.Uri[] = [];

  suiteSetup(async () => {
    await vscode.extensions.getExtension('zero-touch.device-batch')?.activate();
    folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
  });

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of written.splice(0)) {
      await vscode.workspace.fs.delete(uri, { recursive: true });
    }
  });

  async function write(uri: vscode.Uri): Promise<vscode.Uri> {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    written.push(uri);
    return uri;
  }

  async function link(name: string, target: vscode.Uri): Promise<vscode.Uri> {
    const uri = vscode.Uri.joinPath(folder, name);
    await symlink(target.fsPath, uri.fsPath);
    written.push(uri);
    return uri;
  }

  test('are three, and none uploads', () =>
    assert.deepEqual(
      vscode.lm.tools
        .filter(({ tags }) => tags.includes('device-batch'))
        .map(({ name }) => name)
        .toSorted(),
      ['devicebatch_explain', 'devicebatch_status', 'devicebatch_validate'],
    ));

  test('tell the problems of a manifest of the workspace, however it is named', async () => {
    const uri = await write(vscode.Uri.joinPath(folder, 'told.devicebatch.json'));
    for (const name of ['told.devicebatch.json', './x/../told.devicebatch.json', uri.fsPath, uri.toString()]) {
      const { manifest, problems } = await validate(name);
      assert.equal(manifest, 'told.devicebatch.json');
      assert.deepEqual(
        problems.map(({ code, line }) => [code, line]),
        [['hash-unrecognized', 3]],
      );
    }
  });

  test('read no manifest outside, unless it is open', async () => {
    const outside = await write(vscode.Uri.joinPath(folder, '..', 'outside.devicebatch.json'));
    const ways = [
      outside.fsPath,
      outside.toString(),
      '../outside.devicebatch.json',
      String.raw`..\outside.devicebatch.json`,
    ];
    for (const way of ways) {
      await assert.rejects(validate(way), /There is no such manifest/, way);
    }
    await vscode.window.showTextDocument(outside);
    assert.equal((await validate(outside.fsPath)).problems.length, 1);
  });

  test('follow no link out of the workspace, nor to what is no manifest', async () => {
    const elsewhere = vscode.Uri.joinPath(folder, '..', 'elsewhere');
    await write(vscode.Uri.joinPath(elsewhere, 'a.devicebatch.json'));
    written.push(elsewhere);
    await link('way-out', elsewhere);
    await link('link.devicebatch.json', vscode.Uri.joinPath(elsewhere, 'a.devicebatch.json'));
    await link('masked.devicebatch.json', await write(vscode.Uri.joinPath(folder, 'settings.json')));
    await link('inside.devicebatch.json', await write(vscode.Uri.joinPath(folder, 'target.devicebatch.json')));

    for (const name of ['way-out/a.devicebatch.json', 'link.devicebatch.json', 'masked.devicebatch.json']) {
      await assert.rejects(validate(name), /There is no such manifest/, name);
    }
    assert.equal((await validate('inside.devicebatch.json')).problems.length, 1);
  });

  for (const name of ['settings.json', 'a.json', '.', '', '/etc/passwd', 'https://example.com/a.devicebatch.json']) {
    test(`read no "${name}"`, async () => {
      await assert.rejects(validate(name), /There is no such manifest/);
    });
  }

  test('read a manifest that was never saved', async () => {
    const uri = vscode.Uri.from({ scheme: 'untitled', path: path.posix.join(folder.path, 'new.devicebatch.jsonc') });
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), text));
    for (const name of [uri.toString(), 'new.devicebatch.jsonc']) {
      assert.equal((await validate(name)).problems.length, 1);
    }
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('say that nothing was uploaded', async () => {
    await assert.rejects(invoke('devicebatch_status', {}), /Nothing was uploaded from this workspace/);
  });

  test('explain a code', async () => {
    const { explanations } = (await invoke('devicebatch_explain', { code: 'hash-damaged' })) as {
      readonly explanations: readonly { readonly meaning: string }[];
    };
    assert.match(explanations[0]?.meaning ?? '', /^# hash-damaged/);
  });
});
