import { constants } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import * as vscode from 'vscode';

import { errorCode } from './errorCode.ts';

/** Why a file cannot be read as a text. */
export type TextFileFault = 'gone' | 'not-utf8' | 'too-long' | 'changed';

export class TextFileError extends Error {
  readonly fault: TextFileFault;

  constructor(fault: TextFileFault, options?: ErrorOptions) {
    super(`The file cannot be read: ${fault}`, options);
    this.name = 'TextFileError';
    this.fault = fault;
  }
}

export interface TextFileReading {
  readonly signal: AbortSignal;
  /** Told how much of the file is read, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** The most UTF-16 units that a text may have: what one string holds, if not given. */
  readonly maxLength?: number;
}

/** How many bytes are decoded at a time: about a millisecond's work. */
const chunkBytes = 1 << 18;

/**
 * Reads a file of any size as UTF-8, chunk by chunk, with pauses that let the extension host do other things; only that a string is in
 * one piece takes a step of its own at the end. A byte-order mark is left out, as VS Code does.
 *
 * @throws {TextFileError} if it is gone, no UTF-8, longer than a string can be, or changes meanwhile.
 * @throws the signal's reason when it is aborted, and what the file system says else.
 */
export async function readTextFile(uri: vscode.Uri, reading: TextFileReading): Promise<string> {
  try {
    const before = await vscode.workspace.fs.stat(uri);
    const text = await decoded(bytesOf(uri), before.size, reading);
    const after = await vscode.workspace.fs.stat(uri);
    if (after.size !== before.size || after.mtime !== before.mtime) {
      throw new TextFileError('changed');
    }
    return text;
  } catch (error) {
    throw isGone(error) ? new TextFileError('gone', { cause: error }) : error;
  }
}

async function decoded(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
  { signal, onProgress, maxLength = constants.MAX_STRING_LENGTH }: TextFileReading,
): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let [bytes, length] = [0, 0];
  const add = (part: string): void => {
    parts.push(part);
    length += part.length;
    if (length > maxLength) {
      throw new TextFileError('too-long');
    }
  };
  signal.throwIfAborted();
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    add(decode(decoder, chunk));
    bytes += chunk.length;
    onProgress?.(Math.min(bytes / size, 1));
  }
  add(decode(decoder));
  return parts.join('');
}

/** Without a chunk: what is left at the end of the file. */
function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (error) {
    throw new TextFileError('not-utf8', { cause: error });
  }
}

/** Files of this machine as a stream; VS Code has other file systems' only as a whole. */
async function* bytesOf(uri: vscode.Uri): AsyncGenerator<Uint8Array, void> {
  if (uri.scheme === 'file') {
    yield* createReadStream(uri.fsPath, { highWaterMark: chunkBytes });
    return;
  }
  const bytes = await vscode.workspace.fs.readFile(uri);
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    yield bytes.subarray(start, start + chunkBytes);
    await new Promise<void>(resolve => setImmediate(resolve));
  }
}

function isGone(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'FileNotFound' || code === 'ENOENT';
}
