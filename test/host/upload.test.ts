import assert from 'node:assert/strict';

import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';

import type { ReceivedRequest } from '../../src/emulator/exchange.ts';
import { type Emulator, startEmulator } from '../../src/emulator/startEmulator.ts';
import { eventually } from '../harness/eventually.ts';

const contoso = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';

/** A manifest of one device for the emulator's first customer. */
const pinned = JSON.stringify({
  customerId: contoso,
  batchId: 'Berlin',
  devices: [{ serialNumber: '5CG1000001', oemManufacturerName: 'Contoso', modelName: 'Book' }],
});

suite('uploading in the extension host', () => {
  const requests: ReceivedRequest[] = [];
  const laid: vscode.Uri[] = [];
  let emulator: Emulator;

  suiteSetup(async () => {
    emulator = await startEmulator({ onReceived: request => requests.push(request) });
    await set('cloud', 'emulator');
    await set('emulator.address', `${emulator.address.href}#${emulator.secret}`);
  });

  suiteTeardown(async () => {
    await set('cloud', undefined);
    await set('emulator.address', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await Promise.all(laid.map(manifest => vscode.workspace.fs.delete(manifest)));
    await emulator.stop();
  });

  /** Lays a manifest beside the samples until the suite ends. */
  async function lay(name: string, text: string): Promise<vscode.Uri> {
    const uri = sample(name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    laid.push(uri);
    return uri;
  }

  test('asks for the customer and its batches, and sends nothing before the user agrees', async () => {
    const manifest = await lay('pinned.devicebatch.json', pinned);
    // VS Code shows no question in its own tests: it refuses them, as a user would.
    void vscode.commands.executeCommand('deviceBatch.upload', manifest);
    await eventually(() =>
      assert.deepEqual(
        requests.map(({ endpoint }) => endpoint.is),
        ['customer', 'batches'],
      ),
    );
    assert.deepEqual(emulator.registry.jobs(), []);
  });

  test('asks nobody anything about a manifest with errors', async () => {
    const before = requests.length;
    const manifest = await lay('broken.devicebatch.json', '{ "batchId": "" }');
    const uploading = vscode.commands.executeCommand('deviceBatch.upload', manifest);
    await answering(uploading);
    assert.equal(requests.length, before);
  });

  test('shows a preview without asking anybody anything', async () => {
    const before = requests.length;
    await vscode.commands.executeCommand('deviceBatch.preview', sample('SDKTestDeviceBatch.devicebatch.json'));
    const { document } = vscode.window.activeTextEditor ?? assert.fail('opens nothing');
    assert.equal(document.uri.scheme, 'device-batch-preview');
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /^POST http:.*\/v1\/customers\/\{customer-id\}\/deviceBatches HTTP\/1\.1$/m);
    assert.equal(requests.length, before);
  });

  test('offers to ask, to copy and to save above the preview’s request', async () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['$(cloud-upload) Upload', 'Ask Partner Center', 'Copy Request…', 'Save Body…'],
    );
  });

  test('copies a request with the token from the environment', async () => {
    const copying = vscode.commands.executeCommand('deviceBatch.copyRequest');
    await answering(copying, 'workbench.action.acceptSelectedQuickOpenItem');
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /^curl --globoff --request POST 'http:/);
    assert.match(copied, /^ {2}--data-binary '@\.\/SDKTestDeviceBatch\.request\.json'$/m);
    assert.ok(!copied.includes(emulator.secret));
  });

  test('saves the whole body where the user says', async () => {
    const saving = vscode.commands.executeCommand('deviceBatch.saveRequestBody');
    await answering(saving, 'workbench.action.acceptSelectedQuickOpenItem');
    const file = sample('SDKTestDeviceBatch.request.json');
    laid.push(file);
    const body: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    assert.deepEqual(body, {
      BatchId: 'SDKTestDeviceBatch',
      Devices: [
        {
          SerialNumber: '1R9-ZNP67',
          ProductKey: '00329-00000-0003-AA606',
          HardwareHash: 'DummyHash123',
          Attributes: { ObjectType: 'Device' },
        },
      ],
      Attributes: { ObjectType: 'DeviceBatchCreationRequest' },
    });
  });

  test('has the preview say what Partner Center knows, once asked', async () => {
    await vscode.commands.executeCommand('deviceBatch.preview', sample('pinned.devicebatch.json'));
    await vscode.commands.executeCommand('deviceBatch.askForPreview');
    await eventually(() => {
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(text, /^- Customer: Contoso\b/m);
      assert.match(text, /^- A new batch "Berlin" is created\./m);
    });
  });
});

async function set(key: string, value: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('deviceBatch').update(key, value, vscode.ConfigurationTarget.Global);
}

function sample(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
  return vscode.Uri.joinPath(folder, name);
}

/** Runs commands of the window, again and again, until the command that waits for the user has ended. */
async function answering(waiting: Thenable<unknown>, ...answers: readonly string[]): Promise<void> {
  const answer = async (): Promise<void> => {
    for (const command of [...answers, 'notifications.clearAll']) {
      await vscode.commands.executeCommand(command);
    }
  };
  const ended = Promise.resolve(waiting).finally(() => clearInterval(timer));
  const timer = setInterval(() => void answer(), 200);
  await ended;
}
