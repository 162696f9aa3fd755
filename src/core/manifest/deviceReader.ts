import { DeviceScanner } from './deviceScanner.ts';
import type { Device } from './manifest.ts';
import { moveSpans } from './mapSpans.ts';
import { readManifest } from './readManifest.ts';
import type { Span } from './span.ts';
import type { TextSource } from './textSource.ts';

const before = '{"devices":[';
const behind = ']}';

/** Reads single devices out of a text of which it is known where they stand. */
export class DeviceReader {
  readonly #source: TextSource;
  readonly #scanner = new DeviceScanner();

  constructor(source: TextSource) {
    this.#source = source;
  }

  /** The device at `span`, the item `index` of its list. One without properties if the text there is no device any more. */
  read(span: Span, index: number): Device {
    const text = this.#source.slice(span.start, span.end);
    return this.#scan(text, span, index) ?? readAlone(text, span, index);
  }

  #scan(text: string, { start }: Span, index: number): Device | undefined {
    const list = text + behind;
    const source = { slice: (from: number, to?: number) => list.slice(from - start, to && to - start) };
    let device: Device | undefined;
    this.#scanner.scan(source, start, scanned => {
      if (scanned.end - start === text.length && scanned.hasPlainHash(source)) device = scanned.toDevice(source, index);
      return false;
    });
    return device;
  }
}

function readAlone(text: string, span: Span, index: number): Device {
  const [device] = readManifest(before + text + behind, 'jsonc').devices;
  return device === undefined
    ? { index, span, properties: [], fields: {}, policies: undefined, policyEntries: [] }
    : { ...moveSpans(device, span.start - before.length), index };
}
