import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import { ApiError } from '../../../src/api/apiError.ts';
import type { Fault } from '../../../src/emulator/fault.ts';
import { continueUpload } from '../../../src/features/upload/runUpload.ts';
import { SignInError } from '../../../src/platform/authErrors.ts';
import type { Answer } from '../../support/scriptedEditor.ts';
import { UploadDesk, contoso, documentedExample, fabrikam } from './uploadDesk.ts';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Agrees to every question, and leaves messages alone. */
const agrees: Answer = ({ detail, buttons }) => (detail === undefined ? undefined : buttons[0]);

/** Agrees, and presses this button on the first message that has it. */
function agreesAndPresses(...wanted: readonly string[]): Answer {
  const left = [...wanted];
  return message => {
    const next = left[0];
    if (next !== undefined && message.buttons.includes(next)) {
      left.shift();
      return next;
    }
    return agrees(message);
  };
}

/** A manifest with devices S1, S2, … by serial number, manufacturer and model. */
function aManifest({ devices = 1, customerId = contoso, batchId = 'Berlin' } = {}): string {
  return JSON.stringify({
    customerId,
    batchId,
    devices: Array.from({ length: devices }, (_, index) => ({
      serialNumber: `5CG100000${index + 1}`,
      oemManufacturerName: 'Contoso',
      modelName: 'Book',
    })),
  });
}

/** A desk with a batch that is there already, with these serial numbers. */
async function openDeskWithBatch(batchId: string, ...serialNumbers: readonly string[]): Promise<UploadDesk> {
  const desk = await UploadDesk.open();
  const devices = serialNumbers.map(serialNumber => ({
    serialNumber,
    oemManufacturerName: 'Contoso',
    modelName: 'Book',
  }));
  const accepted = { customerId: contoso, batchId, kind: 'create', devices } as const;
  desk.emulator.registry.accept(accepted, { queuedMs: -1, processingMs: 0, batchVisibleAfterMs: 0 });
  desk.editor.answer = agrees;
  return desk;
}

async function openDesk(...faults: readonly Fault[]): Promise<UploadDesk> {
  const desk = await UploadDesk.open({ faults: [...faults] });
  desk.editor.answer = agrees;
  return desk;
}

/** A refusal of the service, whatever it was asked. */
function refusal(at: NonNullable<Fault['at']>, status: number, code = ''): Fault {
  return { fault: 'answer', at, status, body: JSON.stringify({ code, description: 'No.' }) };
}

suite('uploadManifest: the documented example', () => {
  test('asks in order: customer, batches, one question; and sends the documented request', async () => {
    await using desk = await openDesk();
    desk.editor.usePick = pick => pick.take('Contoso');
    await desk.upload(documentedExample);

    const before = desk.asked().slice(0, desk.asked().indexOf('create'));
    assert.deepEqual([...new Set(before)], ['customers', 'customer', 'batches']);
    assert.deepEqual(
      desk.editor.questions().map(({ text, buttons }) => [text, ...buttons]),
      [['Upload 1 device to Contoso (emulator)?', 'Upload 1 device to Contoso (emulator)']],
    );

    const [request] = desk.submissions();
    assert.ok(request !== undefined && desk.submissions().length === 1);
    assert.equal(request.target, `/v1/customers/${contoso}/deviceBatches`);
    const { connection: _, host, 'content-length': length, ...headers } = request.headers;
    const { 'ms-requestid': requestId = '', 'ms-correlationid': correlationId = '', ...fixed } = headers;
    assert.deepEqual(fixed, {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-locale': 'en-US',
      'ms-partnercenter-application': 'Device Batch for VS Code',
    });
    assert.match(requestId, guid);
    assert.match(correlationId, guid);
    assert.equal(host, desk.emulator.address.host);
    assert.equal(Number(length), Buffer.byteLength(request.body));
    assert.deepEqual(JSON.parse(request.body), {
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
    assert.deepEqual(desk.editor.said().slice(1), [
      'The emulator accepted 1 device for Contoso. Nothing is registered. [Open Status]',
    ]);
    assert.deepEqual(desk.editor.progress, [
      'Checking batch.devicebatch.json',
      'Preparing the upload to the emulator',
      'Uploading 1 device to Contoso (emulator)',
    ]);
  });

  test('leads to the status when asked to', async () => {
    await using desk = await openDesk();
    desk.editor.usePick = pick => pick.take('Contoso');
    desk.editor.answer = agreesAndPresses('Open Status');
    await desk.upload(documentedExample);
    assert.deepEqual(desk.editor.commands, [['deviceBatch.openStatus', desk.uploads.all()[0]?.record.id]]);
  });
});

suite('uploadManifest: the customer', () => {
  test('is the one that the manifest pins, without asking', async () => {
    await using desk = await openDesk();
    await desk.upload(aManifest({ customerId: fabrikam }));
    assert.deepEqual(desk.editor.picks, []);
    assert.equal(desk.submissions()[0]?.target, `/v1/customers/${fabrikam}/deviceBatches`);
  });

  test('is the one of the setting where the manifest pins none', async () => {
    await using desk = await openDesk();
    desk.editor.settings.set('deviceBatch.customerId', fabrikam);
    await desk.upload(documentedExample);
    assert.equal(desk.submissions()[0]?.target, `/v1/customers/${fabrikam}/deviceBatches`);
  });

  test('stops the upload where manifest and setting differ, before anybody signs in', async () => {
    await using desk = await openDesk();
    desk.editor.settings.set('deviceBatch.customerId', fabrikam);
    await assert.rejects(desk.upload(aManifest()), vscode.CancellationError);
    assert.deepEqual(desk.editor.said(), [
      `Nothing was sent: the manifest is for the customer ${contoso}, but the setting deviceBatch.customerId names ${fabrikam}. [Show in Manifest] [Open Settings]`,
    ]);
    assert.deepEqual(desk.asked(), []);
  });

  test('is shown by the id alone where this account may not read customers', async () => {
    await using desk = await openDesk(refusal('customer', 403, '900150'));
    await desk.upload(aManifest());
    assert.equal(desk.editor.questions()[0]?.text, `Upload 1 device to ${contoso} (emulator)?`);
    assert.equal(desk.submissions().length, 1);
  });

  test('stops the upload where the partner has no relationship with it', async () => {
    await using desk = await openDesk(refusal('customer', 403, '20002'));
    await assert.rejects(desk.upload(aManifest()), error => ApiError.is(error, 'forbidden'));
    assert.deepEqual([desk.editor.messages, desk.submissions()], [[], []]);
  });

  test('stops the upload where the service does not know it', async () => {
    await using desk = await openDesk();
    const nobody = '00000000-0000-4000-8000-000000000000';
    await assert.rejects(desk.upload(aManifest({ customerId: nobody })), error => ApiError.is(error, 'not-found'));
    assert.deepEqual(desk.submissions(), []);
  });

  test('is offered first once it was uploaded for', async () => {
    await using desk = await openDesk();
    await desk.upload(aManifest({ customerId: fabrikam }));
    desk.editor.usePick = pick => pick.take('Fabrikam');
    await desk.upload(documentedExample);
    assert.deepEqual(
      desk.editor.picks[0]?.items.slice(0, 3).map(({ label }) => label),
      ['used lately', 'Fabrikam', 'customers'],
    );
  });
});

suite('uploadManifest: the batch', () => {
  test('is appended to where there is one of that name, in the service’s spelling, after counting what is in it', async () => {
    await using desk = await openDeskWithBatch('BERLIN batch', '5CG1000001', 'OTHER');
    await desk.upload(aManifest({ devices: 2, batchId: 'Berlin BATCH' }));

    const detail = desk.editor.questions()[0]?.detail ?? '';
    assert.match(detail, /added to the batch "BERLIN batch", which exists already\. Its name becomes the group tag\./);
    assert.match(detail, /Already in it: 1 of 2\./);
    const [request] = desk.submissions();
    assert.equal(request?.target, `/v1/customers/${contoso}/deviceBatches/BERLIN%20batch/devices`);
    assert.ok(Array.isArray(JSON.parse(request?.body ?? '')));
  });

  test('is appended to even where this account may not read it', async () => {
    await using desk = await openDeskWithBatch('Berlin', '5CG1000001');
    desk.emulator.knobs.faults.push({ ...refusal('devices', 403, '900150'), times: 2 });
    await desk.upload(aManifest());
    assert.match(desk.editor.questions()[0]?.detail ?? '', /this account may not read the batch/);
    assert.deepEqual(desk.submissions().length, 1);
    assert.match(desk.editor.said().at(-1) ?? '', /^The emulator accepted 1 device/);
  });

  test('is sent in parts where it is large', async () => {
    await using desk = await openDesk();
    desk.editor.settings.set('deviceBatch.upload.maxDevicesPerRequest', 2);
    await desk.upload(aManifest({ devices: 5 }));
    assert.match(desk.editor.questions()[0]?.detail ?? '', /Sent in 3 parts\./);
    assert.deepEqual(
      desk.submissions().map(({ endpoint }) => endpoint.is),
      ['create', 'append', 'append'],
    );
    assert.ok(desk.editor.progress.includes('Uploading 5 devices to Contoso (emulator): part 3 of 3'));
  });
});

/** Asserts that the upload ends without a request that changes anything. */
async function assertNothingSent(desk: UploadDesk, upload: Promise<void>): Promise<void> {
  await assert.rejects(
    upload,
    error => error instanceof vscode.CancellationError || String(error).startsWith('AbortError'),
  );
  assert.deepEqual([desk.submissions(), desk.files.size], [[], 0]);
}

suite('uploadManifest: what stops it before anything is sent', () => {
  test('a manifest with errors, and the problems are shown', async () => {
    await using desk = await openDesk();
    desk.editor.answer = agreesAndPresses('Show Problems');
    await assertNothingSent(desk, desk.upload('{ "batchId": "", "devices": [{}] }'));
    assert.deepEqual(desk.editor.said(), [
      'Nothing was sent: 2 problems of the manifest block the upload. [Show Problems]',
    ]);
    assert.deepEqual(
      desk.editor.commands.map(([id]) => id),
      ['vscode.open', 'workbench.actions.view.problems'],
    );
    assert.deepEqual(desk.asked(), []);
  });

  test('a manifest that VS Code cannot open', async () => {
    await using desk = await openDesk();
    await assertNothingSent(desk, desk.upload(vscode.Uri.parse('file:///lab/gone.devicebatch.json')));
    assert.deepEqual(desk.editor.said(), [
      'The manifest cannot be opened. cannot open file:///lab/gone.devicebatch.json',
    ]);
  });

  test('a list that is dismissed', async () => {
    await using desk = await openDesk();
    await assertNothingSent(desk, desk.upload(documentedExample));
  });

  test('a question that is dismissed', async () => {
    await using desk = await openDesk();
    desk.editor.answer = () => undefined;
    await assertNothingSent(desk, desk.upload(aManifest()));
    assert.equal(desk.editor.questions().length, 1);
  });

  for (const at of ['customers', 'customer', 'batches', 'devices'] as const) {
    test(`progress that is cancelled while ${at} are read`, async () => {
      await using desk = await openDeskWithBatch('Berlin', 'S1');
      desk.editor.onProgress = (_, cancel) => {
        desk.onRequest = ({ endpoint }) => {
          if (endpoint.is === at) {
            cancel();
          }
        };
      };
      desk.editor.usePick = () => {};
      await assertNothingSent(desk, desk.upload(at === 'customers' ? documentedExample : aManifest()));
      assert.deepEqual(desk.editor.questions(), []);
    });
  }

  test('an emulator that is named and does not run', async () => {
    await using desk = await openDesk();
    await desk.emulator.stop();
    await assert.rejects(
      desk.upload(aManifest()),
      error => error instanceof SignInError && error.fault.is === 'emulator-missing',
    );
  });

  test('devices that went to another customer, unless the user insists', async () => {
    await using desk = await openDesk();
    await desk.upload(aManifest({ customerId: fabrikam }));
    const again = desk.lay(aManifest(), 'again.devicebatch.json');

    desk.editor.answer = ({ text, buttons }) => (text.startsWith('Upload') ? buttons[0] : undefined);
    await assert.rejects(desk.upload(again), vscode.CancellationError);
    assert.equal(
      desk.editor.messages.at(-1)?.text,
      '1 of these devices was uploaded for another customer before: Fabrikam.',
    );
    assert.equal(desk.submissions().length, 1);

    desk.editor.answer = agrees;
    await desk.upload(again);
    assert.equal(desk.submissions().length, 2);
  });
});

suite('uploadManifest: what happens on the way', () => {
  test('an unsaved manifest is saved first', async () => {
    await using desk = await openDesk();
    const uri = desk.lay(aManifest(), 'unsaved.devicebatch.json', true);
    await desk.upload(uri);
    assert.equal(desk.editor.files.get(uri.toString())?.isDirty, undefined);
    assert.equal(desk.submissions().length, 1);
  });

  test('the same manifest again: the question says when it was sent, and the batch is appended to', async () => {
    await using desk = await openDesk();
    await desk.upload(aManifest());
    await desk.upload(aManifest());
    const detail = desk.editor.questions()[1]?.detail ?? '';
    assert.match(detail, /^The same manifest was uploaded to this customer and batch before: Jun 1, 2025/m);
    assert.match(detail, /Already in it: 1 of 1\./);
    assert.deepEqual(
      desk.submissions().map(({ endpoint }) => endpoint.is),
      ['create', 'append'],
    );
  });

  test('the same manifest while it is being uploaded is refused', async () => {
    await using desk = await openDesk();
    const uri = desk.lay(aManifest());
    const second = Promise.withResolvers<void>();
    desk.onRequest = ({ endpoint }) => {
      if (endpoint.is === 'create') {
        second.resolve(desk.upload(uri));
      }
    };
    await desk.upload(uri);
    await second.promise;
    assert.ok(desk.editor.said().includes('This manifest is being uploaded already. [Open Status]'));
    assert.equal(desk.submissions().length, 1);
  });

  test('cancelled between parts: says what was sent, and that it is not undone', async () => {
    await using desk = await openDesk();
    desk.editor.settings.set('deviceBatch.upload.maxDevicesPerRequest', 1);
    desk.editor.onProgress = (_, cancel) => {
      desk.onRequest = ({ endpoint }) => {
        if (endpoint.is === 'create') {
          cancel();
        }
      };
    };
    await desk.upload(aManifest({ devices: 3 }));
    assert.equal(desk.submissions().length, 1);
    assert.deepEqual(desk.editor.said().slice(1), [
      'The upload was cancelled. 1 of 3 devices had been sent to Contoso, and that is not undone. [Open Status]',
    ]);
  });

  test('too large for the service: sent in smaller parts when the user agrees', async () => {
    await using desk = await openDesk(refusal('create', 413));
    desk.editor.answer = agreesAndPresses('Send Smaller Parts');
    await desk.upload(aManifest({ devices: 4 }));
    assert.match(desk.editor.said()[1] ?? '', /^The request is too large for Partner Center\..*\[Send Smaller Parts\]/);
    assert.deepEqual(
      desk.submissions().map(({ endpoint, body }) => [endpoint.is, body.split('"SerialNumber"').length - 1]),
      [
        ['create', 4],
        ['create', 2],
        ['append', 2],
      ],
    );
    assert.match(desk.editor.said().at(-1) ?? '', /^The emulator accepted 4 devices/);
  });

  test('refused by the service: says so, and tries again when asked to', async () => {
    await using desk = await openDesk(refusal('create', 400, '3000'));
    desk.editor.answer = agreesAndPresses('Try Again');
    await desk.upload(aManifest());
    assert.match(desk.editor.said()[1] ?? '', /Check the values in the manifest\. \[Try Again\] \[Show Output\]$/);
    assert.deepEqual(
      desk.submissions().map(({ endpoint }) => endpoint.is),
      ['create', 'create'],
    );
  });

  test('a manifest that has changed since: what is left is not sent, but offered as a manifest', async () => {
    await using desk = await openDesk(refusal('append', 400, '3000'));
    desk.editor.settings.set('deviceBatch.upload.maxDevicesPerRequest', 1);
    await desk.upload(aManifest({ devices: 3 }));
    desk.lay(aManifest({ devices: 4 }));
    const [paused] = desk.uploads.all();
    assert.ok(paused);

    desk.editor.answer = agreesAndPresses('Send the Rest', 'New Manifest of Unsent Devices');
    await continueUpload(paused, desk.deps);

    assert.equal(
      desk.editor.said().at(-1),
      'The manifest has changed since you agreed to the upload. What is left was not sent. [New Manifest of Unsent Devices]',
    );
    assert.deepEqual(
      desk.submissions().map(({ endpoint }) => endpoint.is),
      ['create', 'append'],
    );
    assert.deepEqual(desk.editor.commands.at(-1), ['deviceBatch.openUnsent', paused.record.id]);
  });

  test('a lost answer: the batch shows that the devices arrived, and nothing is sent twice', async () => {
    await using desk = await openDesk({ fault: 'reset', when: 'handled', at: 'create' });
    desk.editor.answer = agreesAndPresses('Keep Looking');
    await desk.upload(aManifest());
    assert.match(desk.editor.said()[1] ?? '', /^The answer got lost.*\[Keep Looking\] \[Send Again\] \[Leave It\]$/);
    assert.match(desk.editor.said()[2] ?? '', /^The upload to Contoso was accepted, but there is no link/);
    assert.equal(desk.submissions().length, 1);
  });

  test('a lost request: sent again, under the same id, when the user says so', async () => {
    await using desk = await openDesk({ fault: 'reset', when: 'received', at: 'create' });
    desk.editor.answer = agreesAndPresses('Send Again');
    await desk.upload(aManifest());
    const [first, second] = desk.submissions().map(({ headers }) => headers['ms-requestid']);
    assert.ok(first !== undefined && first === second);
    assert.match(desk.editor.said().at(-1) ?? '', /^The emulator accepted 1 device/);
  });

  test('a lost request that is left: says that it is not known', async () => {
    await using desk = await openDesk({ fault: 'reset', when: 'received', at: 'create' });
    desk.editor.answer = agreesAndPresses('Leave It');
    await desk.upload(aManifest());
    assert.equal(desk.submissions().length, 1);
    assert.match(
      desk.editor.said().at(-1) ?? '',
      /^It is not known whether 1 of the 1 devices for Contoso were accepted\./,
    );
  });

  test('a disk that is full: says what broke it off, and goes on when asked to', async () => {
    await using desk = await openDesk();
    desk.onRequest = ({ endpoint }) => {
      if (endpoint.is === 'batches' && desk.editor.questions().length > 0) {
        desk.onRequest = () => {};
        desk.beforeWrite = async () => {
          desk.beforeWrite = async () => {};
          throw new Error('ENOSPC');
        };
      }
    };
    desk.editor.answer = agreesAndPresses('Go On');
    await desk.upload(aManifest());
    assert.match(desk.editor.said()[1] ?? '', /^The upload was broken off\. .* \[Go On\] \[Show Output\]$/);
    assert.match(desk.editor.said().at(-1) ?? '', /^The emulator accepted 1 device/);
    assert.equal(desk.submissions().length, 1);
  });
});
