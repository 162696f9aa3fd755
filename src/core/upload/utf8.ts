const encoder = new TextEncoder();
const scratch = new Uint8Array(16_384);

/** Texts one after the other in UTF-8. Each must end with a whole character. */
export function utf8(texts: readonly string[]): Uint8Array {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  // Nearly always all is ASCII. Otherwise no character needs more than three bytes for each of its UTF-16 units.
  return encoded(texts, length) ?? encoded(texts, 3 * length)?.slice() ?? new Uint8Array();
}

/** How many bytes `utf8` makes of the texts. */
export function utf8Length(texts: readonly string[]): number {
  let length = 0;
  for (let text of texts) {
    while (text !== '') {
      const { read, written } = encoder.encodeInto(text, scratch);
      length += written;
      text = text.slice(read);
    }
  }
  return length;
}

/** `undefined` if there are more than `most` bytes. */
function encoded(texts: readonly string[], most: number): Uint8Array | undefined {
  const bytes = new Uint8Array(most);
  let end = 0;
  for (const text of texts) {
    const { read, written } = encoder.encodeInto(text, bytes.subarray(end));
    if (read < text.length) return undefined;
    end += written;
  }
  return bytes.subarray(0, end);
}
