import { trimBlanks } from '../blanks.ts';

/** Longer than any maker, model or serial number. */
const mostBytes = 255;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const controlCharacter = /\p{Cc}/u;

/** A record's text up to its closing zero, without blanks around it; `undefined` if it is empty or cannot be trusted. */
export function readText(payload: Uint8Array): string | undefined {
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
