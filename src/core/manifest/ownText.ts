/** Shorter parts of a text are copies in every engine that matters (in V8: SlicedString::kMinLength). */
const leastPart = 13;

/** A copy of a text that is a part of another one: what is kept of a part may hold on to the whole. */
export function ownText(text: string): string {
  return text.length < leastPart ? text : String(JSON.parse(JSON.stringify(text)));
}
