import type { CsvEncoding } from './csvImport.ts';
import { decodeWindows1252 } from './windows1252.ts';

export interface DecodedText {
  /** Without byte-order marks, wherever they stood. */
  readonly text: string;
  readonly encoding: CsvEncoding;
  /** Whether the code page asked for is not known to this host. */
  readonly unknownAnsi: boolean;
  /** How many U+FFFD stand for bytes that mean nothing in this encoding. */
  readonly lost: number;
}

const windows1252 = 'windows-1252';

/** How many bytes tell whether every second one is zero. */
const sampleLength = 256;

/** Bytes between two breaks, and what is left of a line then: a millisecond or two of work. */
const usualStep = 256 * 1024;

/**
 * Reads text in whatever Windows writes, with a break every few milliseconds: UTF-16 and UTF-8 with and without a
 * byte-order mark, else the code page `ansi`.
 *
 * Windows PowerShell's `Out-File` writes UTF-16LE with a mark, PowerShell 7 UTF-8 without one, and spreadsheets in the
 * machine's code page unless told otherwise.
 *
 * @param bytesPerStep makes no difference to the result
 */
export function* decodeText(
  bytes: Uint8Array,
  ansi: string = windows1252,
  bytesPerStep = usualStep,
): Generator<void, DecodedText> {
  const name = markedEncoding(bytes) ?? wideEncoding(bytes);
  if (name !== undefined) {
    const byteOrderMark = markedEncoding(bytes) !== undefined;
    const decoded = yield* decode(bytes, name, new TextDecoder(name), bytesPerStep);
    return { ...decoded, encoding: { is: 'unicode', name, byteOrderMark }, unknownAnsi: false };
  }
  const utf8 = yield* decodeUtf8(bytes, bytesPerStep);
  if (utf8 !== undefined) {
    return { ...utf8, encoding: { is: 'unicode', name: 'utf-8', byteOrderMark: false }, unknownAnsi: false };
  }
  const known = encodingName(ansi);
  const codePage = known ?? windows1252;
  const decoder = codePage === windows1252 ? { decode: decodeWindows1252 } : new TextDecoder(codePage);
  const decoded = yield* decode(bytes, codePage, decoder, bytesPerStep);
  return { ...decoded, encoding: { is: 'ansi', name: codePage }, unknownAnsi: known === undefined };
}

type Decoded = Pick<DecodedText, 'text' | 'lost'>;

/**
 * Decodes piece by piece, each up to the end of a line. There no decoder is in the midst of a character, so the pieces need
 * not know of each other: `TextDecoder`'s own way with pieces throws in Node.js where it gives back more characters than
 * the piece has bytes.
 */
function* decode(
  bytes: Uint8Array,
  name: string,
  decoder: { readonly decode: (piece: Uint8Array) => string },
  bytesPerStep: number,
): Generator<void, Decoded> {
  const pieces: string[] = [];
  let lost = 0;
  for (let start = 0; start < bytes.length;) {
    const end = lineEndBehind(bytes, start + bytesPerStep, name);
    const piece = decoder.decode(bytes.subarray(start, end)).replaceAll('\uFEFF', '');
    lost += piece.split('\uFFFD').length - 1;
    pieces.push(piece);
    start = end;
    yield;
  }
  return { text: pieces.join(''), lost };
}

/** The first offset from `offset` on that stands behind a line feed, or the end. */
function lineEndBehind(bytes: Uint8Array, offset: number, name: string): number {
  if (name === 'iso-2022-jp') {
    // Its shifts reach over the ends of lines.
    return bytes.length;
  }
  const lineFeed = name === 'utf-16le' ? [0x0a, 0x00] : name === 'utf-16be' ? [0x00, 0x0a] : [0x0a];
  const width = lineFeed.length;
  for (let end = Math.ceil(offset / width) * width; end < bytes.length; end += width) {
    if (bytes[end - width] === lineFeed[0] && bytes[end - 1] === lineFeed.at(-1)) {
      return end;
    }
  }
  return bytes.length;
}

type UnicodeName = Extract<CsvEncoding, { is: 'unicode' }>['name'];

/** The encoding that the byte-order mark names; `undefined` without one. */
function markedEncoding(bytes: Uint8Array): UnicodeName | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** Tells UTF-16 by the zero bytes of a text of mostly ASCII: little-endian has them at odd offsets, big-endian at even ones. */
function wideEncoding(bytes: Uint8Array): UnicodeName | undefined {
  const sample = bytes.subarray(0, sampleLength);
  const zeros = { odd: 0, even: 0 };
  for (const [offset, byte] of sample.entries()) {
    if (byte === 0) {
      zeros[offset % 2 === 1 ? 'odd' : 'even'] += 1;
    }
  }
  const many = sample.length / 4;
  if (zeros.odd > many && zeros.even < zeros.odd / 4) {
    return 'utf-16le';
  }
  return zeros.even > many && zeros.odd < zeros.even / 4 ? 'utf-16be' : undefined;
}

/** `undefined` if the bytes are no UTF-8. */
function* decodeUtf8(bytes: Uint8Array, bytesPerStep: number): Generator<void, Decoded | undefined> {
  try {
    return yield* decode(bytes, 'utf-8', new TextDecoder('utf-8', { fatal: true }), bytesPerStep);
  } catch {
    return undefined;
  }
}

/** The name of the encoding with this label (WHATWG Encoding Standard, 4.2); `undefined` if this host does not know it. */
function encodingName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
