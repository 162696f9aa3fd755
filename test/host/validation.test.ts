import assert from 'node:assert/strict';
import path from 'node:path';

import { suite, suiteSetup, teardown, test } from 'mocha';
import * as vscode from 'vscode';

const ours = 'Device Batch';

/** A problem as the user sees it: who reports it, its code or message, and the text it marks. */
interface Seen {
  readonly source: string;
  readonly what: string;
  readonly at: string;
}

const files: vscode.Uri[] = [];

/** Writes the text into the workspace and opens it in a tab of its own: VS Code's JSON service checks only what has one. */
async function openFile(name: string, text: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
  const uri = vscode.Uri.joinPath(folder, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  files.push(uri);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Resolves once `holds` does, after any change of diagnostics. */
async function whenDiagnostics(holds: () => boolean): Promise<void> {
  if (holds()) {
    return;
  }
  await new Promise<void>(resolve => {
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      if (holds()) {
        subscription.dispose();
        resolve();
      }
    });
  });
}

let canaries = 0;

/** Waits until VS Code's JSON service has checked everything that is open: a fault opened later is reported. */
async function whenJsonServiceIsDone(): Promise<void> {
  const canary = await openFile(`canary-${++canaries}.json`, '{ "a": }');
  await whenDiagnostics(() => vscode.languages.getDiagnostics(canary.uri).length > 0);
}

/** Waits until our checks of everything that is open are done: manifests are checked in the order they were opened. */
async function whenOursAreDone(): Promise<void> {
  await assertCodes(
    await openFile(`canary-${++canaries}.devicebatch.json`, '{ "batchId": "A", "devices": [] }'),
    'devices-empty',
  );
}

function seenIn(document: vscode.TextDocument): readonly Seen[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .map(({ source = '', code, message, range }) => ({
      source,
      what: source === ours && typeof code === 'object' ? String(code.value) : message,
      at: document.getText(range),
    }))
    .sort((a, b) => a.what.localeCompare(b.what));
}

function codesIn(document: vscode.TextDocument): readonly string[] {
  return seenIn(document)
    .filter(({ source }) => source === ours)
    .map(({ what }) => what);
}

/** Waits until our collection holds exactly these codes for the document. */
async function assertCodes(document: vscode.TextDocument, ...codes: readonly string[]): Promise<void> {
  const expected = codes.toSorted((a, b) => a.localeCompare(b));
  await whenDiagnostics(() => JSON.stringify(codesIn(document)) === JSON.stringify(expected));
}

async function setJson(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('json').update(key, value, vscode.ConfigurationTarget.Global);
}

suite('problems of a manifest', () => {
  suiteSetup(async () => {
    await vscode.extensions.getExtension('zero-touch.device-batch')?.activate();
  });

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of files.splice(0)) {
      await vscode.workspace.fs.delete(uri);
    }
    await setJson('validate.enable', undefined);
  });

  test('appear in .json and .jsonc, under both kinds of names', async () => {
    for (const name of ['a.devicebatch.json', 'b.devicebatch.jsonc', 'c.device-batch.json', 'd.device-batch.jsonc']) {
      await assertCodes(await openFile(name, '{ "batchId": "", "devices": [] }'), 'batch-id-blank', 'devices-empty');
    }
  });

  test('mark the value they are about, whatever the line ends and behind a byte-order mark', async () => {
    const text = '\uFEFF{\r\n  "batchId": "a/b",\r\n  "devices": [{ "productKey": 3305213974608 }]\r\n}';
    const document = await openFile('marks.devicebatch.json', text);
    await assertCodes(document, 'batch-id-form', 'schema');
    assert.deepEqual(
      seenIn(document).map(({ at }) => at),
      ['"a/b"', '3305213974608'],
    );
  });

  test('appear in an untitled manifest, follow typing, and vanish when it is mended', async () => {
    const uri = vscode.Uri.from({ scheme: 'untitled', path: path.join('/nowhere', 'new.devicebatch.jsonc') });
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '{ "batchId": "A", "devices": [] }'));
    await assertCodes(document, 'devices-empty');
    const devices = document.getText().indexOf('[]') + 1;
    await editor.edit(edit => edit.insert(document.positionAt(devices), '{ "productKey": "3305213974608" }'));
    await assertCodes(document);
    await vscode.commands.executeCommand('undo');
    await assertCodes(document, 'devices-empty');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('move along with what changes before them', async () => {
    const text = '{ "batchId": "A", "devices": [{ "productKey": "3305213974608" }, { "productKey": "x" }] }';
    const document = await openFile('followed.devicebatch.json', text);
    await assertCodes(document, 'product-key-form');
    const change = async (before: string, inserted: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(document.getText().indexOf(before)), inserted);
      await vscode.workspace.applyEdit(edit);
    };
    await change('{ "productKey": "x"', '\n{ "productKey": "y" },\n');
    await assertCodes(document, 'product-key-form', 'product-key-form');
    await change('", "devices"', 'B');
    await change('x" }', 'z');
    await change('{ "productKey": "33', '{ "serialNumber": "1" }, ');
    await assertCodes(document, 'identity-missing', 'product-key-form', 'product-key-form');
    assert.deepEqual(new Set(seenIn(document).map(({ at }) => at)), new Set(['"1"', '"y"', '"zx"']));
  });

  test('go with a file that is renamed to something else, and come with one that becomes a manifest', async () => {
    const plain = await openFile('plain.json', '{ "batchId": "", "devices": [] }');
    const renamed = plain.uri.with({ path: plain.uri.path.replace('plain.json', 'renamed.devicebatch.json') });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(plain.uri, renamed);
    await vscode.workspace.applyEdit(edit);
    files.splice(0, files.length, renamed);
    const document = await vscode.workspace.openTextDocument(renamed);
    await assertCodes(document, 'batch-id-blank', 'devices-empty');
    const back = new vscode.WorkspaceEdit();
    back.renameFile(renamed, plain.uri);
    await vscode.workspace.applyEdit(back);
    files.splice(0, files.length, plain.uri);
    await whenDiagnostics(() => vscode.languages.getDiagnostics(renamed).length === 0);
  });

  test('leave documents of other kinds alone', async () => {
    const other = await openFile('other.json', '{ "batchId": "", "devices": [] }');
    const manifest = await openFile('mine.devicebatch.json', '{ "batchId": "", "devices": [] }');
    await assertCodes(manifest, 'batch-id-blank', 'devices-empty');
    assert.deepEqual(codesIn(other), []);
  });

  test('follow the severities of the settings', async () => {
    const configuration = vscode.workspace.getConfiguration('deviceBatch');
    const document = await openFile('rules.devicebatch.json', '{ "batchId": "a/b", "devices": [] }');
    await assertCodes(document, 'batch-id-form', 'devices-empty');
    await configuration.update('rules', { 'batch-id-form': 'off' }, vscode.ConfigurationTarget.Workspace);
    await assertCodes(document, 'devices-empty');
    await configuration.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await assertCodes(document, 'batch-id-form', 'devices-empty');
  });

  const device = '{ "productKey": "3305213974608" }';
  const broken: Readonly<Record<string, string>> = {
    'no batch id': `{ "devices": [${device}] }`,
    'a number for text': `{ "batchId": 7, "devices": [{ "serialNumber": 7, "hardwareHash": true }] }`,
    'a list for an object': `{ "batchId": "A", "devices": [[]] }`,
    'an unknown property': `{ "batchId": "A", "devices": [{ "serial": "1", "productKey": "3305213974608" }] }`,
    'a property twice': `{ "batchId": "A", "batchId": "B", "devices": [${device}] }`,
    'a property twice in two spellings': `{ "batchId": "A", "BatchId": "B", "devices": [${device}] }`,
    'a missing comma': `{ "batchId": "A" "devices": [${device}] }`,
    'a missing quote': `{ "batchId": "A, "devices": [${device}] }`,
    'a missing brace': `{ "batchId": "A", "devices": [${device}]`,
    'a comment': `{ "batchId": "A", /* x */ "devices": [${device}] }`,
    'a trailing comma': `{ "batchId": "A", "devices": [${device},] }`,
    'an empty policies': `{ "batchId": "A", "devices": [{ "productKey": "3305213974608", "policies": [] }] }`,
    'a policy without a key': `{ "batchId": "A", "devices": [{ "productKey": "3305213974608", "policies": [{}] }] }`,
    'a group tag': `{ "batchId": "A", "devices": [{ "productKey": "3305213974608", "groupTag": "x" }] }`,
    'a foreign schema': `{ "$schema": "file:///nowhere.json", "batchId": "", "devices": [${device}] }`,
    'no identity': `{ "batchId": "A", "devices": [{ "serialNumber": "1" }] }`,
  };

  for (const enabled of [true, false]) {
    for (const kind of ['json', 'jsonc']) {
      test(`are each reported once in .${kind}, with VS Code's JSON validation ${enabled ? 'on' : 'off'}`, async () => {
        await setJson('validate.enable', enabled);
        const documents = new Map<string, vscode.TextDocument>();
        for (const [what, text] of Object.entries(broken)) {
          documents.set(what, await openFile(`once-${documents.size}.devicebatch.${kind}`, text));
        }
        await whenOursAreDone();
        if (enabled) {
          await whenJsonServiceIsDone();
        }
        for (const [what, document] of documents) {
          const allowed = kind === 'jsonc' && (what === 'a comment' || what === 'a trailing comma');
          assert.equal(seenIn(document).length > 0, !allowed, what);
          assertNothingTwice(what, document);
        }
      });
    }
  }
});

/** Two problems that mark overlapping text, one of them not ours, are one fault reported twice. */
function assertNothingTwice(what: string, document: vscode.TextDocument): void {
  const diagnostics = vscode.languages.getDiagnostics(document.uri);
  const foreign = diagnostics.filter(({ source }) => source !== ours);
  const twice = diagnostics
    .filter(({ source }) => source === ours)
    .filter(({ range }) => foreign.some(other => other.range.intersection(range) !== undefined));
  assert.deepEqual(
    twice.map(({ message }) => message),
    [],
    `${what}: ${JSON.stringify(seenIn(document))}`,
  );
}
