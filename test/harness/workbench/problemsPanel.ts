import type { Locator } from 'playwright-core';

export interface ShownProblem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Who reported it, such as `json`; empty where it does not say. */
  readonly source: string;
  /** Empty where it has none. */
  readonly code: string;
  /** From 1, as shown. */
  readonly line: number;
  /** From 1, as shown. */
  readonly column: number;
}

/** The problems in view in the panel, in its order; the rows of files and of related places are left out. */
export async function shownProblems(panel: Locator): Promise<readonly ShownProblem[]> {
  return panel.locator('.monaco-list-row:has(.marker-icon)').evaluateAll(rows =>
    rows
      .toSorted((one, other) => Number(one.dataset['index']) - Number(other.dataset['index']))
      .map(row => {
        const text = (selector: string): string => row.querySelector(selector)?.textContent ?? '';
        const icon = row.querySelector('.marker-icon');
        const [line = 0, column = 0] = Array.from(text('.marker-line').matchAll(/\d+/g), Number);
        return {
          severity: (['error', 'warning'] as const).find(name => icon?.classList.contains(name)) ?? 'info',
          message: text('.marker-message'),
          source: text('.marker-source'),
          code: text('.marker-code'),
          line,
          column,
        };
      }),
  );
}
