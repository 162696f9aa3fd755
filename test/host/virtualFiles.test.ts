import assert from 'node:assert/strict';

import { suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';

import type { ReceivedRequest } from '../../src/emulator/exchange.ts';
import { type Emulator, startEmulator } from '../../src/emulator/startEmulator.ts';
import { eventually } from '../harness/eventually.ts';

const text = JSON.stringify({
  customerId: 'c7f3c849-129f-4b85-a96d-4f8e88b315a3',
  batchId: 'Berlin',
  devices: [{ serialNumber: '5CG1000001', oemManufacturerName: 'Lenovo', modelName: '21G2001VUS' }],
});

/** Files that are on no disk: every address holds the same manifest, and nothing can be written. */
class SameFileEverywhere implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly #bytes = new TextEncoder().encode(text);

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#bytes.length };
  }

  readFile(): Uint8Array {
    return this.#bytes;
  }

  readDirectory(): never {
    throw vscode.FileSystemError.Unavailable();
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}

suite('a manifest on no disk, in a folder that cannot be written', () => {
  const uri = vscode.Uri.parse('test-virtual:/lab/Berlin.devicebatch.json');
  const requests: ReceivedRequest[] = [];
  let emulator: Emulator;
  let files: vscode.Disposable;

  suiteSetup(async () => {
    await vscode.extensions.getExtension('zero-touch.device-batch')?.activate();
    files = vscode.workspace.registerFileSystemProvider('test-virtual', new SameFileEverywhere(), { isReadonly: true });
    emulator = await startEmulator({ onReceived: request => requests.push(request) });
    await set('cloud', 'emulator');
    await set('emulator.address', `${emulator.address.href}#${emulator.secret}`);
    await vscode.window.showTextDocument(uri, { preview: false });
  });

  suiteTeardown(async () => {
    await set('cloud', undefined);
    await set('emulator.address', undefined);
    await emulator.stop();
    files.dispose();
  });

  teardown(async () => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('is checked', async () => {
    await vscode.window.showTextDocument(uri, { preview: false });
    await eventually(() =>
      assert.deepEqual(
        vscode.languages.getDiagnostics(uri).map(({ message }) => message),
        ['Firmware spells this "LENOVO". The device is found only where every character agrees.'],
      ),
    );
  });

  test('is previewed', async () => {
    await vscode.commands.executeCommand('deviceBatch.preview', uri);
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /"SerialNumber":"5CG1000001"/);
  });

  test('is uploaded as any other', async () => {
    // VS Code shows no question in its own tests: it refuses them, as a user would.
    void vscode.commands.executeCommand('deviceBatch.upload', uri);
    await eventually(() =>
      assert.deepEqual(
        requests.map(({ endpoint }) => endpoint.is),
        ['customer', 'batches'],
      ),
    );
  });

  test('is read by the tools for assistants while it is open', async () => {
    await vscode.window.showTextDocument(uri, { preview: false });
    const input = { manifest: uri.toString() };
    const { content } = await vscode.lm.invokeTool('devicebatch_validate', { input, toolInvocationToken: undefined });
    const [part] = content;
    assert.match(part instanceof vscode.LanguageModelTextPart ? part.value : '', /"tuple-spelling"/);
  });
});

async function set(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('deviceBatch').update(key, value, vscode.ConfigurationTarget.Global);
}
