/** What the bytes 0x80 to 0x9F stand for (WHATWG Encoding Standard, index windows-1252); the others are those of Latin-1. */
const upperControls =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** The UTF-16 unit for each byte. */
const units = Uint16Array.from({ length: 256 }, (_, byte) => byte);
units.set(
  Array.from(upperControls, character => character.charCodeAt(0)),
  0x80,
);

/**
 * Decodes windows-1252.
 *
 * Not left to a `TextDecoder` of that name, which takes it for Latin-1 in some releases of Node.js 20 to 24 that VS Code
 * ships (nodejs/node#56542).
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const utf16 = new Uint8Array(bytes.length * 2);
  for (let offset = 0; offset < bytes.length; offset += 1) {
    const unit = units[bytes[offset] ?? 0] ?? 0;
    utf16[offset * 2] = unit & 0xff;
    utf16[offset * 2 + 1] = unit >> 8;
  }
  // None of the units is a byte-order mark, which would be taken away.
  return new TextDecoder('utf-16le').decode(utf16);
}
