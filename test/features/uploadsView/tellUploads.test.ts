import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import { takeUpFoundUploads } from '../../../src/features/uploadsView/takeUpFoundUploads.ts';
import { tellUploads } from '../../../src/features/uploadsView/tellUploads.ts';
import type { UploadEvent } from '../../../src/uploads/uploadEvent.ts';
import type { Part } from '../../../src/uploads/uploadRecord.ts';
import type { UploadChange, UploadView } from '../../../src/uploads/uploads.ts';
import { ScriptedEditor } from '../../support/scriptedEditor.ts';
import {
  already,
  anUpload,
  endedPart,
  failed,
  registered,
  trackingId,
  unanswered,
  uploadId,
  waiting,
  watchedPart,
} from '../status/anUpload.ts';

const reported: UploadEvent = { is: 'reported', at: 0, part: 0, devices: [], report: { status: '', devices: [] } };

interface Change {
  readonly view: UploadView | undefined;
  readonly event?: UploadEvent;
}

/** What a window says while an upload changes like this, and the commands it runs where `answer` is pressed. */
function told(changes: readonly Change[], answer?: string): ScriptedEditor {
  const editor = new ScriptedEditor();
  editor.answer = () => answer;
  const changed = new vscode.EventEmitter<UploadChange>();
  tellUploads(changed.event);
  for (const change of changes) {
    changed.fire({ id: uploadId, ...change });
  }
  return editor;
}

function results(...changes: Parameters<typeof anUpload>): readonly Change[] {
  return [{ view: anUpload([watchedPart([waiting])]) }, { view: anUpload(...changes), event: reported }];
}

suite('the end of an upload', () => {
  const ends: readonly (readonly [parts: readonly Part[], said: string])[] = [
    [[endedPart([registered])], 'The device is registered to Contoso Ltd. [Open Status] [Show Manifest]'],
    [[endedPart([registered, registered])], '2 devices are registered to Contoso Ltd. [Open Status] [Show Manifest]'],
    [
      [endedPart([registered, already])],
      '2 devices are registered to Contoso Ltd. 1 of them were before, and keep their batch and group tag. [Open Status] [Show Manifest]',
    ],
    [
      [endedPart([registered, failed('808'), unanswered])],
      '1 of 3 devices failed for Contoso Ltd. [Open Status] [Retry Failed…]',
    ],
    [
      [endedPart([registered, unanswered])],
      'Of 1 of 2 devices for Contoso Ltd the result is not known. [Open Status] [Show Manifest]',
    ],
    [
      [endedPart([registered, registered]), { first: 2, count: 3, is: 'cancelled' }],
      '2 devices are registered to Contoso Ltd. [Open Status] [Show Manifest]',
    ],
  ];
  for (const [parts, said] of ends) {
    test(said, () => assert.deepEqual(told(results(parts)).said(), [said]));
  }

  test('is a warning only where devices failed', () => {
    assert.equal(told(results([endedPart([registered])])).messages[0]?.kind, 'information');
    assert.equal(told(results([endedPart([failed('808')])])).messages[0]?.kind, 'warning');
  });

  test('is not taken for one in Partner Center if the emulator says so', () =>
    assert.match(
      told(
        results([endedPart([registered])], { account: { cloud: 'emulator', base: 'http://127.0.0.1:1' } }),
      ).said()[0] ?? '',
      /^The device is registered to Contoso Ltd \(emulator\)\./,
    ));

  const answers = [
    ['Open Status', 'deviceBatch.openStatus', [endedPart([registered])]],
    ['Show Manifest', 'deviceBatch.openUploadManifest', [endedPart([registered])]],
    ['Retry Failed…', 'deviceBatch.retryFailed', [endedPart([failed('808')])]],
  ] as const;
  for (const [answer, command, parts] of answers) {
    test(`${answer} does so`, async () => {
      const editor = told(results(parts), answer);
      await Promise.resolve();
      assert.deepEqual(editor.commands, [[command, uploadId]]);
    });
  }

  test('is told once, and by nobody who only shows it', () => {
    const over = anUpload([endedPart([registered])], { isRunning: false });
    assert.equal(told([...results([endedPart([registered])]), { view: over }, { view: over }]).messages.length, 1);
    assert.deepEqual(told([{ view: over }, { view: undefined }]).messages, []);
  });

  test('is not yet there while a part is still open', () => {
    const parts: readonly Part[] = [endedPart([registered]), { ...watchedPart([waiting]), first: 1 }];
    assert.deepEqual(told(results(parts)).messages, []);
  });

  test('cannot be forged by names', () => {
    const customer = { id: 'c', companyName: '[x](command:a)\nStatus: $(bell)' };
    assert.deepEqual(told(results([endedPart([registered])], { customer })).said(), [
      String.raw`The device is registered to [x] (command:a)\nStatus: $ (bell). [Open Status] [Show Manifest]`,
    ]);
  });
});

suite('an upload that cannot be watched', () => {
  const running = { view: anUpload([watchedPart([waiting])]) };

  function stopped(view: UploadView): readonly Change[] {
    return [running, { view: { ...view, isRunning: false } }];
  }

  test('is told, with a way back', async () => {
    const blockage = { failure: { reason: 'unreachable', fault: 'tls' }, ids: undefined } as const;
    const editor = told(stopped(anUpload([watchedPart([waiting])], { blockage })), 'Watch Again');
    assert.match(
      editor.said()[0] ?? '',
      /^The upload to Contoso Ltd cannot be watched\. .+ \[Watch Again\] \[Open Status\]$/,
    );
    await Promise.resolve();
    assert.deepEqual(editor.commands, [['deviceBatch.resumeUpload', uploadId]]);
  });

  test('is not told if only the sign-in is missing', () => {
    const blockage = { failure: { reason: 'signed-out' }, ids: undefined } as const;
    assert.deepEqual(told(stopped(anUpload([watchedPart([waiting])], { blockage }))).messages, []);
  });

  const reasons = [
    ['not-found', 'Partner Center does not know the upload to Contoso Ltd any more.'],
    ['too-long', 'The upload to Contoso Ltd still runs after two days, and is not watched any longer.'],
  ] as const;
  for (const [because, said] of reasons) {
    test(said, () => {
      const job = { is: 'unwatched', because, trackingId } as const;
      const view = anUpload([{ first: 0, count: 1, is: 'accepted', acceptedAt: 0, job }]);
      assert.deepEqual(told(stopped(view)).said(), [`${said} [Watch Again] [Open Status]`]);
    });
  }
});

/** Takes up an upload that was `before` and is `after` that; returns what was said, and which uploads were asked about. */
async function found(before: UploadView, after: UploadView): Promise<readonly (readonly string[])[]> {
  const editor = new ScriptedEditor();
  let view = before;
  const asked: string[] = [];
  await takeUpFoundUploads({
    uploads: {
      all: () => [view],
      view: () => view,
      takeUpAll: async () => {
        view = after;
      },
    },
    continueUpload: async ({ phase }) => void asked.push(phase.is),
  });
  return [asked, editor.said()];
}

suite('uploads found at the start', () => {
  const attempt = { first: 0, count: 1, requestId: 'r1', sentAt: 0, before: { readAt: 0, listed: 0 } } as const;
  const planned: Part = { first: 0, count: 1, is: 'planned' };
  const interrupted = { is: 'paused', at: 0, because: 'interrupted' } as const;

  test('are asked about if a window died while it sent', async () => {
    const dead = anUpload([{ ...attempt, is: 'sending' }], { isRunning: false });
    const unknown = anUpload([{ ...attempt, is: 'unknown', lookUntil: 1 }]);
    assert.deepEqual(await found(dead, unknown), [['unknown'], []]);
    const left = anUpload([planned], { stop: interrupted, isRunning: false });
    assert.deepEqual(await found(anUpload([planned], { isRunning: false }), left), [['paused'], []]);
  });

  test('are left to the window that runs them', async () => {
    const elsewhere = anUpload([{ ...attempt, is: 'unknown', lookUntil: 1 }], { isRunning: false });
    assert.deepEqual(await found(elsewhere, elsewhere), [[], []]);
  });

  test('are watched without a word', async () => {
    const parts = [watchedPart([waiting])];
    assert.deepEqual(await found(anUpload(parts, { isRunning: false }), anUpload(parts)), [[], []]);
  });

  test('are only mentioned if they waited before', async () => {
    const paused = anUpload([planned], { stop: interrupted, isRunning: false });
    assert.deepEqual(await found(paused, paused), [
      [],
      ['An upload is not complete, and waits for you. [Show Uploads]'],
    ]);
  });
});
