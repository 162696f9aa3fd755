import { element } from './element.ts';
import { GridRow, type RowSetup } from './gridRow.ts';
import type { DeviceRow, Explanation } from './protocol.ts';

/**
 * How high rows are at the present width. Texts wrap, but rows that say the same are equally high: one of each is laid out,
 * out of sight.
 */
export class RowHeights {
  /** Stands where the rows do, to be as wide. */
  readonly root = element('div', { class: 'measure', 'aria-hidden': 'true' });
  readonly #heights = new Map<string, number>();
  #setup: RowSetup;
  #explanations: readonly Explanation[] = [];

  constructor(setup: RowSetup) {
    this.#setup = setup;
  }

  /** For rows with these explanations. */
  reset(setup: RowSetup, explanations: readonly Explanation[]): void {
    this.#setup = setup;
    this.#explanations = explanations;
    this.forget();
  }

  /** The width has changed, or the font. */
  forget(): void {
    this.#heights.clear();
  }

  /** In CSS pixels, in the order of the rows. */
  of(rows: readonly DeviceRow[]): readonly number[] {
    const samples = new Map<string, HTMLElement>();
    for (const row of rows) {
      const key = keyOf(row);
      if (!this.#heights.has(key) && !samples.has(key)) {
        const sample = new GridRow(this.#setup);
        sample.show(row, this.#explanations);
        samples.set(key, sample.root);
      }
    }
    this.root.replaceChildren(...samples.values());
    for (const [key, sample] of samples) {
      this.#heights.set(key, sample.getBoundingClientRect().height);
    }
    this.root.replaceChildren();
    return rows.map(row => this.#heights.get(keyOf(row)) ?? 0);
  }
}

/** Of what a row shows, only these can wrap. */
function keyOf({ status, byPosition, explanation, model }: DeviceRow): string {
  return `${status} ${byPosition} ${explanation} ${model}`;
}
