/** How much of a foreign text is shown, in UTF-16 units, the ellipsis included. */
const limit = 200;

// Cc: control characters; Zl, Zp: line breaks of their own; Cs: half a surrogate pair; Bidi_Control: marks that reorder the text around them.
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/gu;

/** Printable ASCII without the `$` and `]` of markup: what nearly all texts consist of. */
const harmless = /^[ -#%-\\^-~]*$/;

const shortEscapes: Readonly<Record<string, string>> = {
  '\t': String.raw`\t`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
};

/**
 * Makes foreign text (the service's, a manifest's, a CSV file's, a company's name) safe to show anywhere in the UI, on one line.
 *
 * Control characters, line breaks, lone surrogates and bidi marks become visible escapes. `](` and `$(` are broken with a
 * blank, because notifications turn `[x](command:…)` into links and `$(name)` into icons. At most 200 characters are kept.
 */
export function plainText(text: string): string {
  if (text.length <= limit && harmless.test(text)) {
    return text;
  }
  const shown = breakMarkup(escapeInvisible(text.slice(0, limit + 1)));
  return shown.length <= limit ? shown : `${wholeCharacters(shown, limit - 1)}…`;
}

/** Shows what cannot be seen as escapes: `\n`, `\u202E`. Everything else stays as it is. */
export function escapeInvisible(text: string): string {
  return text.replaceAll(
    invisible,
    character =>
      shortEscapes[character] ?? String.raw`\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

function breakMarkup(text: string): string {
  return text.replaceAll('](', '] (').replaceAll('$(', '$ (');
}

/** The first `length` units of the text, or one less where that would leave half a surrogate pair. */
function wholeCharacters(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
