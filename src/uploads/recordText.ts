import { decodeRecord } from './decodeRecord.ts';
import { Malformed } from './fields.ts';
import { keptFailure, keptOutcome } from './keptWords.ts';
import { type Part, type RecordedDevice, recordFormat, type Stop, type UploadRecord } from './uploadRecord.ts';

/** What the file of a record turned out to be. */
export type StoredRecord =
  | { readonly is: 'record'; readonly record: UploadRecord }
  /** Written by a later version, and left to that. */
  | { readonly is: 'from-the-future' }
  | { readonly is: 'damaged' };

/**
 * Writes the records of an upload as the texts of its file. What the service said is kept without secrets, which `redact` takes out.
 *
 * There are many texts, of megabytes, and each time little is new: what stays the same from record to record is made into text once.
 */
export class RecordTexts {
  readonly #redact: (text: string) => string;
  readonly #known = new WeakMap<Part | readonly RecordedDevice[], string>();

  constructor(redact: (text: string) => string) {
    this.#redact = redact;
  }

  of({ devices, parts, stop, ...others }: UploadRecord): string {
    const head = JSON.stringify({
      ...others,
      stop: stop && keptStop(stop, this.#redact),
    } satisfies Partial<UploadRecord>);
    const devicesText = this.#once(devices, () => devices);
    const partTexts = parts.map(part => this.#once(part, () => keptPart(part, this.#redact)));
    return `${head.slice(0, -1)},"devices":${devicesText},"parts":[${partTexts.join()}]}`;
  }

  #once(source: Part | readonly RecordedDevice[], kept: () => unknown): string {
    const text = this.#known.get(source) ?? JSON.stringify(kept());
    this.#known.set(source, text);
    return text;
  }
}

function keptPart(part: Part, redact: (text: string) => string): Part {
  if (part.is !== 'accepted' || part.job.is === 'untracked' || part.job.outcome === undefined) {
    return part;
  }
  return { ...part, job: { ...part.job, outcome: keptOutcome(part.job.outcome, redact) } };
}

function keptStop(stop: Stop, redact: (text: string) => string): Stop {
  return stop.is === 'paused' && stop.because === 'failure'
    ? { ...stop, failure: keptFailure(stop.failure, redact) }
    : stop;
}

/** Reads a file's text. Never throws: what is no record of this version is said to be so. */
export function readRecord(text: string): StoredRecord {
  try {
    const value: unknown = JSON.parse(text);
    return isFromTheFuture(value) ? { is: 'from-the-future' } : { is: 'record', record: decodeRecord(value) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Malformed) {
      return { is: 'damaged' };
    }
    throw error;
  }
}

function isFromTheFuture(value: unknown): boolean {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  return typeof format === 'number' && format > recordFormat;
}
