import type { HardwareHash } from '../hash/hardwareHash.ts';
import { findRepeats } from '../rules/findRepeats.ts';
import type { HashNoteProblem } from '../rules/hashNote.ts';
import { Lookalikes } from '../rules/lookalikes.ts';
import type { Machine } from '../rules/machine.ts';
import { batchRules, crossRules, objectRules } from '../rules/rules.ts';
import { type CheckedDevice, type DeviceCheckOptions, checkDevice } from './checkDevice.ts';
import { drain } from './drain.ts';
import type { Device, Manifest } from './manifest.ts';
import { rootObjects } from './manifestObjects.ts';
import { mapSpans } from './mapSpans.ts';
import { PlacedDevices } from './placedDevices.ts';
import type { Problem } from './problem.ts';
import { type ManifestLanguage, batchFields, readManifestInSteps } from './readManifest.ts';
import { readStretch } from './readStretch.ts';
import type { Span } from './span.ts';
import { type ChangedStretch, type TextChange, changedStretch } from './textChange.ts';

export interface CheckOptions extends DeviceCheckOptions {
  /** `jsonc` allows comments and trailing commas. */
  readonly language: ManifestLanguage;
  /** 500 if not given. */
  readonly maxDevicesPerRequest?: number | undefined;
}

/** A text of which a part can be had without the whole. */
export interface TextSource {
  /** From `start` up to `end`, or to the end of the text; offsets are UTF-16. */
  slice(start: number, end?: number): string;
}

interface Knowledge {
  readonly options: CheckOptions;
  readonly text: TextSource;
  /** The manifest when it was last read as a whole. */
  readonly base: Manifest;
  /** What was wrong with the batch itself then. */
  readonly batchProblems: readonly Problem[];
  /** How far what stands behind the devices has moved since. */
  readonly tailMoved: number;
  readonly devices: PlacedDevices;
  /** The machines of these devices, and of these only while nothing was changed. */
  readonly lookalikes: Lookalikes;
}

/** How many devices are checked between two pauses. */
const devicesPerStep = 16;

/** Of how many the problems are gathered between two pauses. */
const devicesGatheredPerStep = 1024;

/** The most characters that are read again without a pause. */
const longestStretch = 128 * 1024;

/**
 * A manifest and all that is known of it, device by device: after a change only the devices that it touches are read and
 * checked again, however many there are.
 */
export class ManifestIndex {
  readonly #known: Knowledge;
  #manifest: Manifest | undefined;

  /** Every problem the upload gate would list, in reading order. */
  readonly problems: readonly Problem[];
  /** The device's hardware hash, decoded; `undefined` where it has none. */
  readonly hashOf: (device: Device) => HardwareHash | undefined;
  /** What the hashes were verified with, for fixes that verify others. */
  readonly sha256: CheckOptions['sha256'];

  /** Reads and checks a whole text, with pauses of a few milliseconds' work that let a host do other things. */
  static *read(text: string, options: CheckOptions): Generator<void, ManifestIndex> {
    const base = yield* readManifestInSteps(text, options.language);
    const checked: CheckedDevice[] = [];
    const lookalikes = new Lookalikes();
    for (const device of base.devices) {
      const one = checkDevice(device, options);
      lookalikes.add(one.machine);
      checked.push(one);
      if (checked.length % devicesPerStep === 0) yield;
    }
    const batchProblems = problemsOfBatch(base);
    const devices = PlacedDevices.asRead(checked);
    const known = { options, text, base, batchProblems, tailMoved: 0, devices, lookalikes };
    return new ManifestIndex(known, yield* findProblems(known));
  }

  private constructor(known: Knowledge, problems: readonly Problem[]) {
    this.#known = known;
    this.problems = problems;
    this.hashOf = ({ index }) => known.devices.hash(index);
    this.sha256 = known.options.sha256;
  }

  /** The manifest. It is put together when it is first asked for, and its text is what the source holds when that is. */
  get manifest(): Manifest {
    return (this.#manifest ??= manifestNow(this.#known));
  }

  /**
   * The index after changes of the text, of which `text` is what came out. `undefined` if that has to be read as a whole:
   * the changes are large, touch more than devices, or one of both texts is broken.
   *
   * Only the latest index can tell, and only once.
   */
  after(changes: readonly TextChange[], text: TextSource): ManifestIndex | undefined {
    const stretch = changedStretch(changes);
    const known = stretch === undefined ? undefined : knownAfter(this.#known, stretch, text);
    return known && new ManifestIndex(known, drain(findProblems(known)));
  }
}

function knownAfter(known: Knowledge, changed: ChangedStretch, text: TextSource): Knowledge | undefined {
  const { base, options, devices, lookalikes } = known;
  const list = listNow(known);
  if (!isSound(base) || changed.start <= list.start || changed.endBefore >= list.end) return undefined;

  const first = devices.count(({ end }) => end <= changed.start);
  const last = Math.max(
    first,
    devices.count(({ start }) => start < changed.endBefore),
  );
  const [before, behind] = [devices.span(first - 1), devices.span(last)];
  const growth = changed.endAfter - changed.endBefore;
  const start = before?.end ?? list.start + 1;
  const end = (behind?.start ?? list.end - 1) + growth;
  if (end - start > longestStretch) return undefined;

  const around = { isFollowing: before !== undefined, isFollowed: behind !== undefined };
  const stretch = readStretch({ text: text.slice(start, end), ...around }, options.language);
  if (stretch === undefined || (stretch.devices.length === 0 && before === undefined && behind === undefined)) {
    return undefined;
  }
  const others = stretch.devices.map(device => checkDevice(device, options));
  for (const { machine } of devices.checked.slice(first, last)) lookalikes.remove(machine);
  for (const { machine } of others) lookalikes.add(machine);
  return {
    ...known,
    text,
    tailMoved: known.tailMoved + growth,
    devices: devices.withOthers(first, last, others, start - stretch.start, growth),
  };
}

/** Whether there is nothing in the text but what was read, and devices among it. */
function isSound({ devicesProperty, devices, strays, syntaxFaults }: Manifest): boolean {
  const isList = devicesProperty?.value.type === 'array';
  return isList && devices.length > 0 && strays.length === 0 && syntaxFaults.length === 0;
}

function listNow({ base, tailMoved }: Knowledge): Span {
  const { start, end } = base.devicesProperty?.value.span ?? base.span;
  return { start, end: end + tailMoved };
}

/** Facts about the batch itself, with their spans of now. */
function batchNow<T>(known: Knowledge, facts: T): T {
  const { start: listStart } = listNow(known);
  const offsetNow = (offset: number): number => (offset > listStart ? offset + known.tailMoved : offset);
  return known.tailMoved === 0
    ? facts
    : mapSpans(facts, ({ start, end }) => ({ start: offsetNow(start), end: offsetNow(end) }));
}

function manifestNow(known: Knowledge): Manifest {
  const { base, text, devices } = known;
  if (text === base.text) return base;
  const properties = batchNow(known, base.properties);
  return {
    ...base,
    ...batchNow(known, { root: base.root, span: base.span }),
    get text() {
      return text.slice(0);
    },
    properties,
    ...batchFields(properties),
    devices: devices.checked.map((checked, position) => devices.device(position, checked)),
    deviceCount: devices.checked.length,
  };
}

function problemsOfBatch(manifest: Manifest): readonly Problem[] {
  const objects = rootObjects(manifest);
  return [
    ...batchRules.flatMap(rule => [...rule(manifest)]),
    ...objectRules.flatMap(rule => objects.flatMap(object => [...rule(object)])),
  ];
}

function* findProblems(known: Knowledge): Generator<void, readonly Problem[]> {
  const { base, devices, options } = known;
  const problems = [...batchNow(known, known.batchProblems)];
  const notes: HashNoteProblem[] = [];
  for (const [position, checked] of devices.checked.entries()) {
    for (const problem of checked.problems) problems.push(devices.moved(position, problem));
    for (const note of checked.notes) notes.push(devices.moved(position, note));
    if (position % devicesGatheredPerStep === 0) yield;
  }
  const facts = {
    span: base.devicesProperty?.nameSpan ?? base.span,
    deviceCount: base.deviceCount - base.devices.length + devices.checked.length,
    maxDevicesPerRequest: options.maxDevicesPerRequest ?? 500,
    notes,
    repeats: yield* findRepeats(lookalikesInOrder(known)),
  };
  for (const rule of crossRules) problems.push(...rule(facts));
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function* lookalikesInOrder({ devices, lookalikes }: Knowledge): Iterable<Machine> {
  const alike = lookalikes.all();
  if (alike.size === 0) return;
  for (const [position, checked] of devices.checked.entries()) {
    if (alike.has(checked.machine)) yield { ...checked.machine, device: devices.device(position, checked) };
  }
}
