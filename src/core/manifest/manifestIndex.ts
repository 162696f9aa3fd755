import type { HardwareHash } from '../hash/hardwareHash.ts';
import { findRepeats } from '../rules/findRepeats.ts';
import type { HashNoteProblem } from '../rules/hashNote.ts';
import { type Machine, machineOf } from '../rules/machine.ts';
import { batchRules, crossRules, objectRules } from '../rules/rules.ts';
import { addAll } from './addAll.ts';
import { hashOfDevice } from './checkDevice.ts';
import type { CheckOptions } from './checkOptions.ts';
import { DeviceCollector } from './deviceCollector.ts';
import { DeviceReader } from './deviceReader.ts';
import type { DeviceTable } from './deviceTable.ts';
import { drain } from './drain.ts';
import { LazyDevice } from './lazyDevice.ts';
import type { Device, Manifest, ManifestFrame } from './manifest.ts';
import { rootObjects } from './manifestObjects.ts';
import { mapSpans } from './mapSpans.ts';
import type { Problem } from './problem.ts';
import { batchFields, readFrameInSteps } from './readManifest.ts';
import { readStretch } from './readStretch.ts';
import type { Span } from './span.ts';
import { type TextChange, changedStretch } from './textChange.ts';
import type { TextSource } from './textSource.ts';

/** How many devices are gone through between two pauses. */
const devicesPerStep = 1024;

/** The most characters that are read again without a pause. */
const longestStretch = 128 * 1024;

/** A text that is shorter may as well be kept. */
const longText = 256 * 1024;

/**
 * A manifest and all that is known of it, device by device: after a change only the devices that it touches are read and
 * checked again, however many there are.
 */
export class ManifestIndex {
  readonly #options: CheckOptions;
  /** The manifest without its devices when it was last read as a whole. */
  readonly #frame: Omit<ManifestFrame, 'text'>;
  /** What was wrong with the batch itself then. */
  readonly #batchProblems: readonly Problem[];
  readonly #devices: DeviceTable;
  /** How far what stands behind the devices has moved since. */
  #tailMoved = 0;
  #text: TextSource;
  #manifest: Manifest | undefined;
  #problems: readonly Problem[] | undefined;

  /**
   * Reads and checks a whole text, with pauses of a few milliseconds' work that let a host do other things. `source` is where the same
   * text is to be had later; the text itself is not kept then.
   */
  static *read(text: string, options: CheckOptions, source: TextSource = text): Generator<void, ManifestIndex> {
    const collector = new DeviceCollector(text, options);
    const frame = yield* readFrameInSteps(text, options.language, collector);
    const index = new ManifestIndex(frame, collector.table, options);
    yield* index.problemsInSteps();
    index.#text = source;
    return index;
  }

  private constructor({ text, ...frame }: ManifestFrame, devices: DeviceTable, options: CheckOptions) {
    this.#options = options;
    const facts = { frame, problems: problemsOfBatch({ ...frame, text }) };
    // A part of the text holds on to all of it, unless it is a copy; but copies take longer than the check of a short text.
    const kept = text.length < longText ? facts : structuredClone(facts);
    this.#frame = kept.frame;
    this.#batchProblems = kept.problems;
    this.#devices = devices;
    this.#text = text;
  }

  /** What the hashes are verified with, for fixes that verify others. */
  get sha256(): CheckOptions['sha256'] {
    return this.#options.sha256;
  }

  /** Decodes the device's hardware hash; `undefined` where it has none. */
  readonly hashOf = (device: Device): HardwareHash | undefined => hashOfDevice(device, this.#options.sha256);

  /** The manifest. Its devices are read when they are looked at, from what the source holds then. */
  get manifest(): Manifest {
    return (this.#manifest ??= this.#manifestNow());
  }

  /** Every problem the upload gate would list, in reading order. */
  get problems(): readonly Problem[] {
    return drain(this.problemsInSteps());
  }

  /** {@link problems}, with pauses. What was found once costs nothing. */
  *problemsInSteps(): Generator<void, readonly Problem[]> {
    return (this.#problems ??= yield* this.#findProblems());
  }

  /**
   * Takes in changes of the text, of which `text` is what came out. Returns `false` if that has to be read as a whole: the changes
   * are large, touch more than devices, or one of both texts is broken. Then the index is of no more use.
   */
  follow(changes: readonly TextChange[], text: TextSource): boolean {
    const changed = changedStretch(changes);
    const list = this.#list();
    if (changed === undefined || !this.#isSound() || changed.start <= list.start || changed.endBefore >= list.end) {
      return false;
    }
    const devices = this.#devices;
    const first = devices.count(({ end }) => end <= changed.start);
    const last = Math.max(
      first,
      devices.count(({ start }) => start < changed.endBefore),
    );
    const isFollowing = first > 0;
    const isFollowed = last < devices.length;
    const growth = changed.endAfter - changed.endBefore;
    const start = isFollowing ? devices.span(first - 1).end : list.start + 1;
    const end = (isFollowed ? devices.span(last).start : list.end - 1) + growth;
    if (end - start > longestStretch) return false;

    const stretch = readStretch({ text: text.slice(start, end), isFollowing, isFollowed }, this.#options);
    if (stretch === undefined || (stretch.devices.length === 0 && !isFollowing && !isFollowed)) return false;
    devices.replace(first, last, stretch.devices, start - stretch.start, growth);
    this.#tailMoved += growth;
    this.#text = text;
    this.#manifest = undefined;
    this.#problems = undefined;
    return true;
  }

  /** Whether there is nothing in the text but what was read, and devices among it. */
  #isSound(): boolean {
    const { devicesProperty, strays, syntaxFaults } = this.#frame;
    const isList = devicesProperty?.value.type === 'array';
    return isList && this.#devices.length > 0 && strays.length === 0 && syntaxFaults.length === 0;
  }

  /** Where the list of devices stands. */
  #list(): Span {
    const { start, end } = this.#frame.devicesProperty?.value.span ?? this.#frame.span;
    return { start, end: end + this.#tailMoved };
  }

  /** Facts about the batch itself, with their spans of now. */
  #batchNow<T>(facts: T): T {
    const { start: listStart } = this.#list();
    const offsetNow = (offset: number): number => (offset > listStart ? offset + this.#tailMoved : offset);
    return this.#tailMoved === 0
      ? facts
      : mapSpans(facts, ({ start, end }) => ({ start: offsetNow(start), end: offsetNow(end) }));
  }

  #manifestNow(): Manifest {
    const text = this.#text;
    const reader = new DeviceReader(text);
    const { root, span, properties, ...frame } = this.#frame;
    const now = this.#batchNow({ root, span, properties });
    const devices = Array.from(
      { length: this.#devices.length },
      (_, position) => new LazyDevice(reader, this.#devices.span(position), this.#devices.index(position)),
    );
    return {
      ...frame,
      ...now,
      get text() {
        return text.slice(0);
      },
      ...batchFields(now.properties),
      devices,
      deviceCount: this.#deviceCount(),
    };
  }

  /** The broken ones included, of which there are none after a change. */
  #deviceCount(): number {
    return this.#isSound() ? this.#devices.length : this.#frame.deviceCount;
  }

  *#findProblems(): Generator<void, readonly Problem[]> {
    const problems = [...this.#batchNow(this.#batchProblems)];
    const notes: HashNoteProblem[] = [];
    for (let position = 0; position < this.#devices.length; position += 1) {
      const findings = this.#devices.findings(position);
      if (findings !== undefined) {
        addAll(problems, findings.problems);
        addAll(notes, findings.notes);
      }
      if (position % devicesPerStep === 0) yield;
    }
    const facts = {
      span: this.#frame.devicesProperty?.nameSpan ?? this.#frame.span,
      deviceCount: this.#deviceCount(),
      maxDevicesPerRequest: this.#options.maxDevicesPerRequest ?? 500,
      notes,
      repeats: yield* findRepeats(this.#lookalikes()),
    };
    for (const rule of crossRules) addAll(problems, rule(facts));
    return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  /** The machines of all devices that may be another one's double. */
  *#lookalikes(): Iterable<Machine> {
    if (!this.#devices.hasLookalikes) return;
    const reader = new DeviceReader(this.#text);
    for (let position = 0; position < this.#devices.length; position += 1) {
      if (!this.#devices.isLookalike(position)) continue;
      const device = reader.read(this.#devices.span(position), this.#devices.index(position));
      yield machineOf(device, this.hashOf(device));
    }
  }
}

function problemsOfBatch(frame: ManifestFrame): readonly Problem[] {
  const objects = rootObjects(frame);
  return [
    ...batchRules.flatMap(rule => [...rule(frame)]),
    ...objectRules.flatMap(rule => objects.flatMap(object => [...rule(object)])),
  ];
}
