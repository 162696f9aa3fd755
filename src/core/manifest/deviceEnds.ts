import { pascalCase, placeNames } from './names.ts';
import { NextMatch } from './nextMatch.ts';

const deviceNames = spellings(placeNames.device);
const batchNames = spellings(placeNames.batch.filter(name => !placeNames.device.includes(name)));

/**
 * A line break, or the closing brace of a device as far as the bare text tells: the next device, a property that only the
 * batch has, or the batch's end follows.
 */
const landmark = new RegExp(
  String.raw`[\r\n]|\}\s*(?:,\s*\{\s*"(?:${deviceNames})"\s*:|\]\s*(?:,\s*"(?:${batchNames})"\s*:|\}\s*$))`,
  'g',
);

function spellings(names: readonly string[]): string {
  return names
    .flatMap(name => [name, pascalCase(name)])
    .map(name => name.replace('$', String.raw`\$`))
    .join('|');
}

/**
 * Finds where devices end in a text whose quotes cannot be trusted: after a missing quote, strings and what is between
 * them look the wrong way round up to the end of the line.
 */
export class DeviceEnds {
  readonly #text: string;
  readonly #landmarks: NextMatch;

  constructor(text: string) {
    this.#text = text;
    this.#landmarks = new NextMatch(text, landmark);
  }

  /** The next closing brace of a device at or after `offset` on its line; `undefined` if there is none. */
  onLine(offset: number): number | undefined {
    const next = this.#landmarks.at(offset);
    return this.#text[next] === '}' ? next : undefined;
  }
}
