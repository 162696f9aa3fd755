import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import { shownManifest } from '../../../src/features/upload/savedManifest.ts';
import type { Answer } from '../../support/scriptedEditor.ts';
import { UploadDesk, contoso } from './uploadDesk.ts';

/** Agrees to every question, and presses `Show Problems` and `Send the Rest`. */
const agrees: Answer = ({ detail, buttons }) =>
  detail === undefined ? buttons.find(button => /^(Show Problems|Send the Rest)$/.test(button)) : buttons[0];

function aManifest(devices = 1): string {
  const serials = Array.from({ length: devices }, (_, index) => `5CG100000${index + 1}`);
  const list = serials.map(serialNumber => ({ serialNumber, oemManufacturerName: 'Contoso', modelName: 'Book' }));
  return JSON.stringify({ customerId: contoso, batchId: 'Berlin', devices: list });
}

async function openDesk(): Promise<UploadDesk> {
  const desk = await UploadDesk.open();
  desk.editor.answer = agrees;
  return desk;
}

/** A desk that sends each device alone, whose service refuses the second one at first. */
async function openDeskThatRefusesOnce(): Promise<UploadDesk> {
  const desk = await openDesk();
  desk.editor.settings.set('deviceBatch.upload.maxDevicesPerRequest', 1);
  desk.emulator.knobs.faults.push({ fault: 'answer', at: 'append', status: 400, body: '{}' });
  return desk;
}

async function assertNothingSent(desk: UploadDesk, upload: Promise<void>): Promise<void> {
  await assert.rejects(
    upload,
    error => error instanceof vscode.CancellationError || String(error).startsWith('AbortError'),
  );
  assert.deepEqual([desk.asked(), desk.files.size], [[], 0]);
}

suite('a manifest that VS Code gives to no extension', () => {
  test('is uploaded from its file like any other, and said to be the same later', async () => {
    await using desk = await openDesk();
    await desk.upload(desk.layLarge(aManifest()));
    assert.equal(desk.editor.progress.at(0), 'Checking large.devicebatch.json');
    assert.ok(desk.submissions()[0]?.body.includes('5CG1000001'));

    await desk.upload(aManifest());
    assert.match(desk.editor.questions()[1]?.detail ?? '', /^The same manifest was uploaded to this customer/m);
  });

  test('is saved first, as any other', async () => {
    await using desk = await openDesk();
    const uri = desk.layLarge(aManifest(), { isDirty: true });
    await desk.upload(uri);
    assert.equal(desk.editor.files.get(uri.toString())?.isDirty, undefined);
    assert.equal(desk.submissions().length, 1);
  });

  test('is taken from its file even while that is small, because it is just being written', async () => {
    await using desk = await openDesk();
    await desk.upload(desk.layLarge(aManifest(), { size: 1000 }));
    assert.equal(desk.submissions().length, 1);
  });

  test('is read again before what is left is sent', async () => {
    await using desk = await openDeskThatRefusesOnce();
    await desk.upload(desk.layLarge(aManifest(3)));
    assert.deepEqual(
      desk.submissions().map(({ endpoint }) => endpoint.is),
      ['create', 'append', 'append', 'append'],
    );
  });

  test('has changed since: what is left is not sent', async () => {
    await using desk = await openDeskThatRefusesOnce();
    const uri = desk.layLarge(aManifest(3));
    desk.onRequest = ({ endpoint }) => {
      if (endpoint.is === 'append') desk.layLarge(aManifest(4));
    };
    await desk.upload(uri);
    assert.equal(desk.submissions().length, 2);
    assert.match(desk.editor.said().at(-1) ?? '', /^The manifest has changed since you agreed to the upload\./);
  });

  test('has its problems in a report', async () => {
    await using desk = await openDesk();
    await assertNothingSent(desk, desk.upload(desk.layLarge('{\n  "batchId": "",\n  "devices": [{}]\n}')));
    assert.deepEqual(desk.editor.said(), [
      'Nothing was sent: 2 problems of the manifest block the upload. [Show Problems]',
    ]);
    assert.deepEqual([...desk.reports.keys()], ['large.devicebatch.json (problems).md']);
    assert.deepEqual(desk.editor.commands, []);
  });

  test('can be cancelled while it is read or checked', async () => {
    await using desk = await openDesk();
    desk.editor.onProgress = (_, cancel) => cancel();
    await assertNothingSent(desk, desk.upload(desk.layLarge(aManifest())));
    assert.deepEqual(desk.editor.said(), []);
  });

  test('is not previewed before it is saved', async () => {
    await using desk = await openDesk();
    await assert.rejects(shownManifest(desk.layLarge(aManifest(), { isDirty: true })), vscode.CancellationError);
    assert.deepEqual(desk.editor.said(), [
      'Save the manifest first. It is so large that extensions can read only what is on disk.',
    ]);
  });
});
