/** A place in a text as the editor counts: both from 0. */
export interface TextPlace {
  readonly line: number;
  readonly character: number;
}

/** How many characters are gone through between two pauses: well below a millisecond's work. */
const charactersPerStep = 1 << 16;

/** The places of offsets, which ascend, by the line breaks that VS Code knows: `\n`, `\r\n` and `\r`. With pauses. */
export function* placesInSteps(text: string, offsets: readonly number[]): Generator<void, readonly TextPlace[]> {
  const places: TextPlace[] = [];
  let [line, lineStart, at] = [0, 0, 0];
  for (const offset of offsets) {
    for (; at < offset; at += 1) {
      if (breaksLine(text, at)) {
        line += 1;
        lineStart = at + 1;
      }
      if (at % charactersPerStep === 0) yield;
    }
    places.push({ line, character: offset - lineStart });
  }
  return places;
}

/** Whether a line ends with the character; one that ends with two of them ends with the second. */
function breaksLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed);
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];
