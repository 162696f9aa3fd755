import type { HardwareHash } from '../hash/hardwareHash.ts';
import type { CheckedDevice } from './checkDevice.ts';
import type { Device } from './manifest.ts';
import { moveSpan, moveSpans } from './mapSpans.ts';
import { moveDevice } from './moveDevice.ts';
import type { Problem } from './problem.ts';
import type { Span } from './span.ts';

/**
 * Devices in the order of the text, each as it was when it was read and checked, and how far it has moved since.
 *
 * A list does not change; one with other devices in it is another list.
 */
export class PlacedDevices {
  readonly checked: readonly CheckedDevice[];
  readonly #moved: Int32Array;
  /** Whether the positions of the devices here are those among the objects in the text. */
  readonly #isComplete: boolean;

  private constructor(checked: readonly CheckedDevice[], moved: Int32Array, isComplete: boolean) {
    this.checked = checked;
    this.#moved = moved;
    this.#isComplete = isComplete;
  }

  /** Those of a text that was just read; some may be missing. */
  static asRead(checked: readonly CheckedDevice[]): PlacedDevices {
    return new PlacedDevices(checked, new Int32Array(checked.length), false);
  }

  /** The list with others in place of those from `first` up to `last`: the others moved by `by`, what stands behind by `growth`. None may be missing. */
  withOthers(first: number, last: number, others: readonly CheckedDevice[], by: number, growth: number): PlacedDevices {
    const moved = new Int32Array(this.checked.length - (last - first) + others.length);
    moved.set(this.#moved.subarray(0, first));
    moved.fill(by, first, first + others.length);
    moved.set(this.#moved.subarray(last), first + others.length);
    for (let position = first + others.length; position < moved.length; position += 1) {
      moved[position] = (moved[position] ?? 0) + growth;
    }
    return new PlacedDevices(this.checked.toSpliced(first, last - first, ...others), moved, true);
  }

  /** How many devices come before the first one that is not `before`. */
  count(before: (span: Span) => boolean): number {
    return lowerBound(this.checked.length, position => before(this.#spanAt(position)));
  }

  /** Where a device stands; `undefined` if there is none at that position. */
  span(position: number): Span | undefined {
    return position in this.checked ? this.#spanAt(position) : undefined;
  }

  device(position: number, { device }: CheckedDevice): Device {
    return moveDevice(device, this.#movedAt(position), this.#isComplete ? position : device.index);
  }

  /** A problem of the device at a position, as it is to be told there. */
  moved<P extends Problem>(position: number, problem: P): P {
    const by = this.#movedAt(position);
    const moved = by === 0 ? problem : moveProblem(problem, by);
    return this.#isComplete && 'deviceIndex' in moved ? { ...moved, deviceIndex: position } : moved;
  }

  /** The hash of the device with that index. */
  hash(index: number): HardwareHash | undefined {
    const isBefore = (position: number): boolean => (this.checked[position]?.device.index ?? 0) < index;
    return this.checked[this.#isComplete ? index : lowerBound(this.checked.length, isBefore)]?.hash;
  }

  #spanAt(position: number): Span {
    const span = this.checked[position]?.device.span ?? { start: 0, end: 0 };
    return moveSpan(span, this.#movedAt(position));
  }

  #movedAt(position: number): number {
    return this.#moved[position] ?? 0;
  }
}

/** There may be thousands after each change, and few have more than one span. */
function moveProblem<P extends Problem>(problem: P, by: number): P {
  return 'first' in problem ? moveSpans(problem, by) : { ...problem, span: moveSpan(problem.span, by) };
}

/** The first of `length` positions, in whose order `isBefore` turns false once, for which it is false. */
function lowerBound(length: number, isBefore: (position: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
