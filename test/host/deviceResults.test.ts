import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';

import { setup, suite, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';

import type { DeviceOutcome } from '../../src/core/upload/outcome.ts';
import type { UploadDevice } from '../../src/core/upload/uploadDevice.ts';
import { manifestDigest } from '../../src/platform/manifestDigest.ts';
import { FileRecordStore } from '../../src/platform/recordStore.ts';
import { devicePrint } from '../../src/uploads/devicePrint.ts';
import type { UploadRecord } from '../../src/uploads/uploadRecord.ts';
import { eventually } from '../harness/eventually.ts';

const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
const manifest = vscode.Uri.joinPath(folder, 'results.devicebatch.json');

// Beside the folder that is open stands everything of this VS Code; the records are where its extensions keep things.
const records = new FileRecordStore(
  path.join(folder.fsPath, '../user/User/globalStorage/zero-touch.device-batch/uploads'),
);

const devices: readonly UploadDevice[] = [
  { serialNumber: 'S1', oemManufacturerName: 'Contoso', modelName: 'Book' },
  { serialNumber: 'S2', oemManufacturerName: 'Contoso', modelName: 'Book' },
  { productKey: '3305123456789' },
];
const text = JSON.stringify({ batchId: 'Results', devices }, undefined, 2);

const registered: DeviceOutcome = { is: 'registered', matchedBy: 'serial-number' };

function failed(code: string, description: string): DeviceOutcome {
  return { is: 'failed', matchedBy: 'serial-number', error: { code, description } };
}

/** Writes the record of an upload of the manifest that has ended with these outcomes, as another window would. */
async function record(outcomes: readonly DeviceOutcome[], changes: Partial<UploadRecord> = {}): Promise<string> {
  const id = randomUUID();
  const upload: UploadRecord = {
    format: 1,
    id,
    createdAt: Date.now(),
    manifest: { uri: manifest.toString(), digest: await manifestDigest(text) },
    customer: { id: 'c7f3c849-129f-4b85-a96d-4f8e88b315a3', companyName: 'Contoso' },
    account: { cloud: 'public', base: 'https://api.partnercenter.microsoft.com' },
    batch: { id: 'Results', is: 'created' },
    devices: devices.map(device => ({ serialNumber: device.serialNumber, print: devicePrint(device, sha256) })),
    parts: [
      {
        first: 0,
        count: devices.length,
        is: 'accepted',
        acceptedAt: Date.now(),
        job: {
          is: 'ended',
          trackingId: randomUUID(),
          outcome: { state: 'finished', devices: outcomes, unmatched: [] },
        },
      },
    ],
    ...changes,
  };
  await records.write(id, JSON.stringify(upload));
  return id;
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

function results(): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(manifest).filter(({ source }) => source === 'Partner Center');
}

/** What is shown on which value, by and by. */
async function shows(...expected: readonly string[]): Promise<void> {
  await eventually(() => {
    const shown = results().map(({ code, range, severity }) => {
      const value = typeof code === 'object' ? code.value : code;
      return `${vscode.DiagnosticSeverity[severity]} ${value} on ${openDocument()?.getText(range)}`;
    });
    assert.deepEqual(shown, expected);
  });
}

function openDocument(): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === manifest.toString());
}

async function edit(from: string, to: string): Promise<void> {
  const document = openDocument() ?? assert.fail('is not open');
  const start = document.getText().indexOf(from);
  assert(start >= 0, `${from} is not there`);
  const change = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  change.replace(manifest, range, to);
  assert(await vscode.workspace.applyEdit(change));
}

/** Opens the manifest as a user does: what an extension opens, VS Code keeps open for minutes. */
async function open(): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', manifest);
  await eventually(() => assert(openDocument()));
}

/** Closes the manifest, and waits until VS Code has let go of it. */
async function close(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await eventually(() => assert.equal(openDocument(), undefined));
}

async function forgetAll(): Promise<void> {
  for (const id of await records.ids()) {
    await records.remove(id);
  }
}

suite('what Partner Center said about devices', () => {
  setup(async () => {
    await vscode.workspace.fs.writeFile(manifest, new TextEncoder().encode(text));
    await record([failed('808', 'ZtdDeviceAssignedToOtherTenant'), registered, failed('812', 'ZtdDeviceNotFound')]);
    await open();
    await shows('Error 808 on "S1"', 'Error 812 on "3305123456789"');
  });

  teardown(async () => {
    await close();
    await forgetAll();
  });

  test('stands on the devices, is explained, and leads to the status', async () => {
    const [first] = results();
    assert.match(
      first?.message ?? '',
      /^The device is registered to another organization\. Partner Center says "808 Ztd/,
    );
    const target = typeof first?.code === 'object' && 'target' in first.code ? first.code.target : undefined;
    assert.equal(target?.path, 'deviceBatch.openStatus');
    assert.deepEqual(JSON.parse(target?.query ?? ''), await records.ids());
  });

  test('follows edits', async () => {
    await edit('"devices": [', '"devices": [{ "serialNumber": "NEW", "oemManufacturerName": "A", "modelName": "B" },');
    await edit('"S2"', '"S2-changed"');
    await shows('Error 808 on "S1"', 'Error 812 on "3305123456789"');
  });

  test('is gone with what was wrong, and back with it', async () => {
    await edit('"Book"', '"Book 2"');
    await shows('Error 812 on "3305123456789"');
    await edit('"Book 2"', '"Book"');
    await shows('Error 808 on "S1"', 'Error 812 on "3305123456789"');
    await edit('3305123456789', '3305123456780');
    await shows('Error 808 on "S1"');
  });

  test('is there again when the manifest is opened another day', async () => {
    await close();
    assert.deepEqual(results(), []);
    await open();
    await shows('Error 808 on "S1"', 'Error 812 on "3305123456789"');
  });

  test('is over with the next upload, whichever window made it', async () => {
    await record([registered, registered, failed('813', 'ZtdDeviceIsNotUnique')]);
    await shows('Error 813 on "3305123456789"');
  });

  test('is over when another manifest registers the device', async () => {
    await record([registered, registered, registered], {
      manifest: { uri: 'file:///retry.devicebatch.jsonc', digest: 'another' },
    });
    await shows();
  });

  test('is gone with the record', async () => {
    await forgetAll();
    await shows();
  });

  test('is not what an emulator says that is gone', async () => {
    await record([failed('802', ''), failed('802', ''), failed('802', '')], {
      account: { cloud: 'emulator', base: 'http://127.0.0.1:9' },
    });
    await edit('"Results"', '"Results "');
    await shows('Error 808 on "S1"', 'Error 812 on "3305123456789"');
  });

  test('is told as news, not as a fault, where the device was registered before', async () => {
    const known: DeviceOutcome = { is: 'already-registered', matchedBy: 'hash', error: { code: '806' } };
    await forgetAll();
    await record([known, registered, registered]);
    await shows('Information 806 on "S1"');
  });

  test('cannot do anything to the editor', async () => {
    const hostile = `[x](command:workbench.action.quit) $(bell)\nStatus: https://evil.example\u202E<b>${'x'.repeat(10_000)}`;
    await record([failed(hostile, hostile), registered, registered]);
    await eventually(() => assert.equal(results().length, 1));
    const [{ message, code } = assert.fail()] = results();
    for (const shown of [message, String(typeof code === 'object' ? code.value : code)]) {
      assert.doesNotMatch(shown, /[\p{Cc}\p{Bidi_Control}]|\]\(|\$\(/u);
      assert.ok(shown.length < 1000);
    }
  });
});

suite('the lens and the uploads', () => {
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await forgetAll();
    await vscode.workspace.fs.delete(manifest);
  });

  test('say what became of the last upload', async () => {
    await vscode.workspace.fs.writeFile(manifest, new TextEncoder().encode(text));
    const id = await record([failed('808', ''), registered, registered]);
    await open();
    await eventually(async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        manifest,
      );
      assert.deepEqual(
        lenses.map(({ command }) => command?.title),
        ['$(cloud-upload) Upload', 'Preview', '1 of 3 failed, this minute', 'Open Status'],
      );
      assert.deepEqual(lenses.at(-1)?.command?.arguments, [id]);
    });
  });

  test('make a new manifest of what failed, with what went wrong, for the same customer and batch', async () => {
    const [id] = await records.ids();
    await vscode.commands.executeCommand('deviceBatch.retryFailed', id);
    const document = vscode.window.activeTextEditor?.document ?? assert.fail('opens nothing');
    assert.equal(document.uri.scheme, 'untitled');
    assert.match(document.uri.path, /\/Results\.devicebatch\.jsonc$/);
    assert.match(
      document.getText(),
      /"customerId": "c7f3c849-129f-4b85-a96d-4f8e88b315a3",\n {2}"batchId": "Results",/,
    );
    assert.match(
      document.getText(),
      /\/\/ The device is registered to another organization\. .*\n {4}\{\n {6}"serialNumber": "S1",/,
    );
    assert.doesNotMatch(document.getText(), /S2|3305123456789/);
    await eventually(() =>
      assert.deepEqual(
        vscode.languages
          .getDiagnostics(document.uri)
          .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
        [],
      ),
    );
  });

  test('lead to the device in the manifest', async () => {
    const [id] = await records.ids();
    await vscode.commands.executeCommand('deviceBatch.openUploadManifest', id, 1);
    const editor = vscode.window.activeTextEditor ?? assert.fail('opens nothing');
    assert.equal(editor.document.uri.toString(), manifest.toString());
    assert.match(editor.document.lineAt(editor.selection.active.line + 1).text, /"S2"/);
  });

  test('copy the status link', async () => {
    const [id] = await records.ids();
    await vscode.commands.executeCommand('deviceBatch.copyStatusLink', id);
    assert.match(
      await vscode.env.clipboard.readText(),
      /^https:\/\/api\.partnercenter\.microsoft\.com\/v1\/customers\/c7f3c849-129f-4b85-a96d-4f8e88b315a3\/batchJobStatus\/[0-9a-f-]{36}$/,
    );
  });

  test('forget an upload', async () => {
    const [id] = await records.ids();
    await vscode.commands.executeCommand('deviceBatch.forgetUpload', id);
    assert.deepEqual(await records.ids(), []);
  });
});
