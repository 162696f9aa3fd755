import { trimBlanks } from '../blanks.ts';

/** Longer than any maker, model or serial number. */
const mostBytes = 255;

/** Above this the decoder is faster. */
const mostAsciiBytes = 48;

const space = 0x20;
const tilde = 0x7e;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const controlCharacter = /\p{Cc}/u;

/** A record's text up to its closing zero, without blanks around it; `undefined` if it is empty or cannot be trusted. */
export function readText(payload: Uint8Array): string | undefined {
  return readAscii(payload) ?? readUtf8(payload);
}

/** The usual text: short and of visible characters of ASCII, blanks inside it; `undefined` where it is another. */
function readAscii(payload: Uint8Array): string | undefined {
  let text = '';
  let isInside = false;
  for (let index = 0; index < payload.length && index < mostAsciiBytes; index += 1) {
    const byte = payload[index] ?? 0;
    if (byte === 0) return isInside ? text : undefined;
    isInside = byte > space;
    if (byte > tilde || byte < space || (index === 0 && !isInside)) return undefined;
    text += String.fromCharCode(byte);
  }
  return isInside && payload.length < mostAsciiBytes ? text : undefined;
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
