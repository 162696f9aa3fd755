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

/**
 * Reads text in whatever Windows writes: UTF-16 and UTF-8 with and without a byte-order mark, else the code page `ansi`.
 *
 * Windows PowerShell's `Out-File` writes UTF-16LE with a mark, PowerShell 7 UTF-8 without one, and spreadsheets in the
 * machine's code page unless told otherwise.
 */
export function decodeText(bytes: Uint8Array, ansi: string = windows1252): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) {
    return finish(new TextDecoder(marked).decode(bytes), { is: 'unicode', name: marked, byteOrderMark: true });
  }
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    return finish(new TextDecoder(wide).decode(bytes), { is: 'unicode', name: wide, byteOrderMark: false });
  }
  const utf8 = decodeUtf8(bytes);
  return utf8 === undefined
    ? decodeAnsi(bytes, ansi)
    : finish(utf8, { is: 'unicode', name: 'utf-8', byteOrderMark: false });
}

function finish(decoded: string, encoding: CsvEncoding): DecodedText {
  const text = decoded.replaceAll('\uFEFF', '');
  return { text, encoding, unknownAnsi: false, lost: text.split('\uFFFD').length - 1 };
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
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeAnsi(bytes: Uint8Array, label: string): DecodedText {
  const name = encodingName(label);
  return name === undefined || name === windows1252
    ? { ...finish(decodeWindows1252(bytes), { is: 'ansi', name: windows1252 }), unknownAnsi: name === undefined }
    : finish(new TextDecoder(name).decode(bytes), { is: 'ansi', name });
}

/** The name of the encoding with this label (WHATWG Encoding Standard, 4.2); `undefined` if this host does not know it. */
function encodingName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
