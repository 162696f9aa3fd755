import { trimBlanks } from '../blanks.ts';

/** Longer than any maker, model or serial number. */
const mostBytes = 255;

/** Above this the decoder is faster. */
const mostAsciiBytes = 48;

const space = 0x20;
const tilde = 0x7e;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const controlCharacter = /\p{Cc}/u;

/**
 * The text that stands between two offsets, up to its closing zero, without blanks around it; `undefined` if it is empty or cannot be
 * trusted.
 */
export function readText(bytes: Uint8Array, start = 0, end = bytes.length): string | undefined {
  return readAscii(bytes, start, end) ?? readUtf8(bytes.subarray(start, end));
}

/** The usual text: short and of visible characters of ASCII, blanks inside it; `undefined` where it is another. */
function readAscii(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start > mostAsciiBytes) return undefined;
  let text = '';
  let last = space;
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === 0) break;
    if (byte > tilde || byte < space || (index === start && byte === space)) return undefined;
    text += String.fromCharCode(byte);
    last = byte;
  }
  return last === space ? undefined : text;
}

function readUtf8(payload: Uint8Array): string | undefined {
  const zero = payload.indexOf(0);
  const text = trimBlanks(decode(zero < 0 ? payload : payload.subarray(0, zero)));
  return text === '' || controlCharacter.test(text) ? undefined : text;
}

function decode(bytes: Uint8Array): string {
  try {
    return bytes.length > mostBytes ? '' : utf8.decode(bytes);
  } catch {
    return '';
  }
}
