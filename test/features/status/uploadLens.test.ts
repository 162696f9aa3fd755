import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import { uploadLenses } from '../../../src/features/status/uploadLens.ts';
import type { UploadView } from '../../../src/uploads/uploads.ts';
import { anUpload, endedPart, failed, registered, uploadId, waiting, watchedPart } from './anUpload.ts';

const manifest = vscode.Uri.parse('file:///manifests/Sales.devicebatch.json');
const hours = 60 * 60 * 1000;

/** Asserts the lenses two hours after the last upload: what they say, and after `>` what they do. */
function expect(last: UploadView | undefined, ...lenses: readonly string[]): void {
  const now = (last?.record.createdAt ?? 0) + 2 * hours;
  assert.deepEqual(
    uploadLenses(manifest, last, now).map(({ title, command }) => (command === '' ? title : `${title} > ${command}`)),
    lenses,
  );
}

suite('the lenses above a batch', () => {
  const upload = '$(cloud-upload) Upload > deviceBatch.upload';
  const preview = 'Preview > deviceBatch.preview';
  const status = 'Open Status > deviceBatch.openStatus';

  test('offer to upload it', () => expect(undefined, upload, preview));

  test('say what became of the last upload, which cannot be pressed', () => {
    expect(anUpload([endedPart([failed('808'), registered])]), upload, preview, '1 of 2 failed, 2 hours ago', status);
    expect(anUpload([watchedPart([waiting])]), upload, preview, '1 of 1 waiting, 2 hours ago', status);
  });

  test('are about this manifest and this upload', () =>
    assert.deepEqual(
      uploadLenses(manifest, anUpload([endedPart([registered])]), 0).map(lens => lens.arguments),
      [[manifest], [manifest], undefined, [uploadId]],
    ));
});
