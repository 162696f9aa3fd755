import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, suite, test } from 'node:test';
import * as vscode from 'vscode';

import {
  type TextFileFault,
  TextFileError,
  type TextFileReading,
  readTextFile,
} from '../../src/platform/readTextFile.ts';
import { scratchFolder } from '../support/scratchFolder.ts';

/** How many bytes are decoded at a time. */
const chunk = 1 << 18;

const never = new AbortController().signal;

const fs = {
  stat: async ({ fsPath }: vscode.Uri) => ({ size: statSync(fsPath).size, mtime: statSync(fsPath).mtimeMs }),
  readFile: async ({ fsPath }: vscode.Uri) => readFileSync(fsPath),
};

/** One file, and a file system of VS Code's that leads to it. */
class Lab {
  readonly file: string;
  readonly #scheme: string;

  constructor(context: TestContext, scheme = 'file') {
    const folder = scratchFolder(context);
    mkdirSync(folder);
    this.file = path.join(folder, 'large.devicebatch.json');
    this.#scheme = scheme;
    Object.assign(vscode.workspace, { fs });
  }

  /** What is read of a file with these bytes. */
  async read(bytes: Uint8Array | string, reading: Partial<TextFileReading> = {}): Promise<string> {
    writeFileSync(this.file, bytes);
    return this.readAgain(reading);
  }

  async readAgain(reading: Partial<TextFileReading> = {}): Promise<string> {
    const uri = { scheme: this.#scheme, fsPath: this.file } as vscode.Uri;
    return readTextFile(uri, { signal: never, ...reading });
  }
}

async function assertFault(fault: TextFileFault, reading: Promise<string>): Promise<void> {
  await assert.rejects(reading, error => error instanceof TextFileError && error.fault === fault);
}

/** Text whose first bytes fill a chunk but for `left` bytes. */
function nearlyChunk(left: number): string {
  return 'a'.repeat(chunk - left);
}

for (const [where, scheme] of [
  ['on this machine', 'file'],
  ['elsewhere', 'lab'],
] as const) {
  suite(`readTextFile: a file ${where}`, () => {
    for (const [what, text] of Object.entries({
      'nothing in it': '',
      'a few characters': '{ "batchId": "Zürich" }\r\n',
      'exactly one chunk': nearlyChunk(0),
      'several chunks': `${nearlyChunk(0)}${'b'.repeat(chunk)}c`,
      'a character of two bytes between chunks': `${nearlyChunk(1)}éb`,
      'a character of three bytes between chunks': `${nearlyChunk(1)}裝b`,
      'a pair of surrogates between chunks': `${nearlyChunk(2)}😀b`,
      'no character that fits a chunk': '裝'.repeat(chunk),
      'a mark like the one for the byte order inside': `a\uFEFF${nearlyChunk(1)}\uFEFFb`,
    })) {
      test(`is read as it is: ${what}`, async context => {
        assert.equal(await new Lab(context, scheme).read(text), text);
      });
    }

    test('is read without its byte-order mark', async context => {
      assert.equal(await new Lab(context, scheme).read('\uFEFF{}'), '{}');
    });

    for (const [what, bytes] of Object.entries({
      'a byte that no character begins with': Buffer.from([0x7b, 0xff, 0x7d]),
      'half a character at the end': Buffer.from('é').subarray(0, 1),
      'half a character between chunks': Buffer.concat([Buffer.from(nearlyChunk(1)), Buffer.from([0xc3, 0x7b])]),
      'text in UTF-16': Buffer.from('\uFEFF{}', 'utf16le'),
      'text in windows-1252': Buffer.from('Zürich', 'latin1'),
    })) {
      test(`is no UTF-8: ${what}`, async context => assertFault('not-utf8', new Lab(context, scheme).read(bytes)));
    }

    test('is gone', async context => assertFault('gone', new Lab(context, scheme).readAgain()));

    test('goes while it is read', async context => {
      const lab = new Lab(context, scheme);
      const onProgress = (): void => rmSync(lab.file, { force: true });
      await assertFault('gone', lab.read('{}', { onProgress }));
    });

    test('changes while it is read', async context => {
      const lab = new Lab(context, scheme);
      const onProgress = (share: number): void => {
        if (share < 0.5) appendFileSync(lab.file, 'c');
      };
      await assertFault('changed', lab.read('ab'.repeat(2 * chunk), { onProgress }));
    });

    test('has as many characters as may be', async context => {
      assert.equal(await new Lab(context, scheme).read('ééé', { maxLength: 3 }), 'ééé');
    });

    test('has more characters than may be', async context => {
      await assertFault('too-long', new Lab(context, scheme).read('abcd', { maxLength: 3 }));
    });

    test('tells how much is read', async context => {
      const shares: number[] = [];
      await new Lab(context, scheme).read(nearlyChunk(0).repeat(4), { onProgress: share => shares.push(share) });
      assert.deepEqual(shares, [0.25, 0.5, 0.75, 1]);
    });

    test('is read no further once that is cancelled', async context => {
      const controller = new AbortController();
      const shares: number[] = [];
      const onProgress = (share: number): void => {
        shares.push(share);
        controller.abort();
      };
      const reading = new Lab(context, scheme).read(nearlyChunk(0).repeat(4), {
        signal: controller.signal,
        onProgress,
      });
      await assert.rejects(reading, { name: 'AbortError' });
      assert.deepEqual(shares, [0.25]);
    });

    test('is not read at all where that was cancelled before', async context => {
      await assert.rejects(new Lab(context, scheme).read('{}', { signal: AbortSignal.abort() }), {
        name: 'AbortError',
      });
    });
  });
}

suite('readTextFile: what the file system refuses', () => {
  test('is thrown as it is', async context => {
    const lab = new Lab(context);
    mkdirSync(lab.file);
    await assert.rejects(lab.readAgain(), { code: 'EISDIR' });
  });
});
