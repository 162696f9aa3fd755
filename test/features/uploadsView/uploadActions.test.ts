import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import { UploadActions } from '../../../src/features/uploadsView/uploadActions.ts';
import type { Part } from '../../../src/uploads/uploadRecord.ts';
import type { DecisionResult, Uploads, UploadView } from '../../../src/uploads/uploads.ts';
import { ScriptedEditor } from '../../support/scriptedEditor.ts';
import { anUpload, endedPart, registered, uploadId, waiting, watchedPart } from '../status/anUpload.ts';

/** An upload's actions, and what they came to. */
class Desk {
  readonly editor = new ScriptedEditor();
  /** What was decided, forgotten, continued or shown, in this order. */
  readonly done: string[] = [];
  readonly actions: UploadActions;
  result: DecisionResult = 'done';
  /** What the upload is once something was decided. */
  after: UploadView | undefined;

  constructor(view: UploadView | undefined) {
    Object.assign(vscode.workspace, { isTrusted: true });
    const now = (): UploadView | undefined => (this.done.length > 0 ? (this.after ?? view) : view);
    const uploads: Partial<Uploads> = {
      all: () => [now()].filter(one => one !== undefined),
      view: id => (now()?.record.id === id ? now() : undefined),
      decide: async (_, { is }) => this.#answer(is),
      forget: async () => this.#answer('forgotten'),
      forgetAll: async () => void this.done.push('all forgotten'),
    };
    this.actions = new UploadActions({
      uploads: uploads as Uploads,
      continueUpload: async ({ phase }) => void this.done.push(`asked about ${phase.is}`),
      openManifest: async () => undefined,
      showManifest: async (_, place) => void this.done.push(`shown ${place ?? 'manifest'}`),
    });
  }

  #answer(done: string): DecisionResult {
    this.done.push(done);
    return this.result;
  }
}

/** Asserts that the user was told `said`, and that nothing more happens. */
async function assertCalledOff(work: Promise<void>, { editor }: Desk, ...said: readonly string[]): Promise<void> {
  await assert.rejects(work, vscode.CancellationError);
  assert.deepEqual(editor.said(), said);
}

const planned: Part = { first: 0, count: 2, is: 'planned' };
const paused = anUpload([planned], { isRunning: false, stop: { is: 'paused', at: 0, because: 'interrupted' } });
const unwatched = anUpload([watchedPart([waiting])], { isRunning: false });
const watched = anUpload([watchedPart([waiting])]);
const over = anUpload([endedPart([registered])], { isRunning: false });

suite('an action on uploads', () => {
  test('takes the upload that it is given, by its id or by a line of the view', async () => {
    for (const argument of [uploadId, { uploadId, is: 'device' }]) {
      const desk = new Desk(over);
      await desk.actions.showManifest(argument, 3);
      assert.deepEqual(desk.done, ['shown 3']);
    }
  });

  test('does not take another one if that is gone', async () => {
    const desk = new Desk(over);
    await assertCalledOff(desk.actions.forget('another'), desk, 'The record of this upload is gone.');
    assert.deepEqual(desk.done, []);
  });

  test('says that there is nothing to pick', async () => {
    const desk = new Desk(over);
    await assertCalledOff(desk.actions.resume(undefined), desk, 'No upload waits for you.');
  });

  test('says that another window decides', async () => {
    const desk = new Desk(unwatched);
    desk.result = 'elsewhere';
    await desk.actions.resume(uploadId);
    assert.deepEqual(desk.editor.said(), ['Another window carries this upload on. Decide about it there.']);
  });
});

suite('resuming', () => {
  test('asks first where something would be sent', async () => {
    const desk = new Desk(paused);
    await desk.actions.resume(uploadId);
    assert.deepEqual(desk.done, ['asked about paused']);
  });

  test('just looks where everything was sent', async () => {
    const desk = new Desk(unwatched);
    await desk.actions.resume(uploadId);
    assert.deepEqual(desk.done, ['watch-resumed']);
  });

  test('asks about what turns out to be unsent', async () => {
    const desk = new Desk(anUpload([planned], { isRunning: false }));
    desk.after = paused;
    await desk.actions.resume(uploadId);
    assert.deepEqual(desk.done, ['watch-resumed', 'asked about paused']);
  });
});

suite('cancelling', () => {
  test('says what had been sent', async () => {
    const desk = new Desk(
      anUpload([endedPart([registered]), { ...planned, first: 1 }], {
        isRunning: false,
        stop: { is: 'paused', at: 0, because: 'interrupted' },
      }),
    );
    await desk.actions.cancel(uploadId);
    assert.deepEqual(desk.done, ['cancelled']);
    assert.deepEqual(desk.editor.said(), [
      'Nothing more of this upload is sent. 1 of 3 devices had been sent, and that is not undone.',
    ]);
  });

  test('leaves the words to whoever sends it', async () => {
    const desk = new Desk(anUpload([planned]));
    await desk.actions.cancel(uploadId);
    assert.deepEqual([desk.done, desk.editor.said()], [['cancelled'], []]);
  });
});

suite('forgetting', () => {
  test('is done at once where nothing is open', async () => {
    const desk = new Desk(over);
    await desk.actions.forget(uploadId);
    assert.deepEqual([desk.done, desk.editor.said()], [['forgotten'], []]);
  });

  for (const [state, view] of Object.entries({ watched, paused })) {
    test(`is asked about while the upload is ${state}`, async () => {
      const desk = new Desk(view);
      await assertCalledOff(desk.actions.forget(uploadId), desk, 'Forget this upload? [Forget]');
      assert.deepEqual(desk.done, []);
      desk.editor.answer = () => 'Forget';
      await desk.actions.forget(uploadId);
      assert.deepEqual(desk.done, ['forgotten']);
    });
  }

  test('everything is always asked about', async () => {
    const desk = new Desk(over);
    await assertCalledOff(desk.actions.forgetAll(), desk, 'Forget the only upload? [Forget All]');
    desk.editor.answer = () => 'Forget All';
    await desk.actions.forgetAll();
    assert.deepEqual(desk.done, ['all forgotten']);
  });
});
