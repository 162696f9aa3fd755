import type { HashNoteProblem } from '../rules/hashNote.ts';
import { Lookalikes } from '../rules/lookalikes.ts';
import type { DeviceFindings } from './checkDevice.ts';
import { IntRows } from './intRows.ts';
import { lowerBound } from './lowerBound.ts';
import { moveSpan, moveSpans } from './mapSpans.ts';
import type { Problem } from './problem.ts';
import type { Span } from './span.ts';

/** What is known of a device that is added to a table. */
export interface DeviceRow {
  readonly span: Span;
  /** Its position among what stands in the list. */
  readonly index: number;
  /** See `marksOf`. */
  readonly marks: readonly number[];
  /** `undefined` where the rules found nothing. */
  readonly findings: DeviceFindings | undefined;
}

/** A device has so many marks at most: two product keys, two serial numbers with two makers each, a hash. */
const marksPerDevice = 7;

/** Where in a row of numbers stands what. */
const column = { start: 0, length: 1, index: 2, marks: 3 } as const;

/**
 * The devices of a manifest in the order of its text: where each stands, what the rules found in it, what may tell that it is another
 * one's double. It keeps nothing of the text.
 */
export class DeviceTable {
  readonly #rows = new IntRows(column.marks + marksPerDevice);
  /** With spans that count from where the device begins. */
  readonly #findings: (DeviceFindings | undefined)[] = [];
  readonly #lookalikes = new Lookalikes();
  /** Whether the positions here are those among what stands in the list. */
  #isComplete = false;

  get length(): number {
    return this.#findings.length;
  }

  /** Adds a device that stands behind all others. */
  add({ span, index, marks, findings }: DeviceRow): void {
    this.#rows.push(span.start, span.end - span.start, index, marks);
    this.#findings.push(findings && movedFindings(findings, -span.start));
    for (const mark of marks) this.#lookalikes.add(mark);
  }

  /**
   * Puts others in place of those from `first` up to `last`. The others stand `by` characters further on than they say, and what is
   * behind them `growth` further on than before. No object of the list may be missing in either table.
   */
  replace(first: number, last: number, others: DeviceTable, by: number, growth: number): void {
    const end = first + others.length;
    this.#forEachMark(first, last, mark => this.#lookalikes.remove(mark));
    this.#rows.replace(first, last, others.#rows);
    this.#rows.add(column.start, by, first, end);
    this.#rows.add(column.start, growth, end);
    this.#findings.splice(first, last - first, ...others.#findings);
    this.#isComplete = true;
    this.#forEachMark(first, end, mark => this.#lookalikes.add(mark));
  }

  /** Takes the device at a position out of the list. None may be missing. */
  drop(position: number): void {
    this.replace(position, position + 1, new DeviceTable(), 0, 0);
  }

  /** How many devices come before the first one that is not `before`. */
  count(before: (span: Span) => boolean): number {
    return lowerBound(this.length, position => before(this.span(position)));
  }

  /** Where the device at a position stands. */
  span(position: number): Span {
    const start = this.#rows.at(position, column.start);
    return { start, end: start + this.#rows.at(position, column.length) };
  }

  /** The position among what stands in the list of the device at a position here. */
  index(position: number): number {
    return this.#isComplete ? position : this.#rows.at(position, column.index);
  }

  /** What the rules found in the device at a position; `undefined` where that is nothing. */
  findings(position: number): DeviceFindings | undefined {
    const findings = this.#findings[position];
    return findings && movedFindings(findings, this.#rows.at(position, column.start), this.index(position));
  }

  /** Whether some device may be another one's double. */
  get hasLookalikes(): boolean {
    return this.#lookalikes.areThere;
  }

  /** Whether the device at a position may be another one's double. */
  isLookalike(position: number): boolean {
    let isShared = false;
    this.#forEachMark(position, position + 1, mark => (isShared ||= this.#lookalikes.isShared(mark)));
    return isShared;
  }

  #forEachMark(first: number, last: number, use: (mark: number) => void): void {
    for (let position = first; position < last; position += 1) {
      for (let place = 0; place < marksPerDevice; place += 1) {
        const mark = this.#rows.at(position, column.marks + place);
        if (mark !== 0) use(mark);
      }
    }
  }
}

function movedFindings({ problems, notes }: DeviceFindings, by: number, index?: number): DeviceFindings {
  return {
    problems: problems.map(problem => moved(problem, by, index)),
    notes: notes.map(note => movedNote(note, by)),
  };
}

function moved(problem: Problem, by: number, index: number | undefined): Problem {
  // There may be thousands after each change, and few have more than one span.
  const there = 'first' in problem ? moveSpans(problem, by) : { ...problem, span: moveSpan(problem.span, by) };
  return index !== undefined && 'deviceIndex' in there ? { ...there, deviceIndex: index } : there;
}

function movedNote(note: HashNoteProblem, by: number): HashNoteProblem {
  return { ...note, span: moveSpan(note.span, by) };
}
