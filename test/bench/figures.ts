/** What is aimed at: the value or better. */
export type Aim = { readonly atMost: number } | { readonly atLeast: number };

/** One line of a table. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** `×` is a ratio of two times or sizes of the same run. */
  readonly unit: '×' | 'ms' | 'KB';
  readonly aim?: Aim | undefined;
}

/** One table. */
export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
}

export function print({ title, figures }: Section): void {
  console.log(`\n${title}`);
  const width = Math.max(...figures.map(({ what }) => what.length));
  for (const figure of figures) {
    console.log(`  ${figure.what.padEnd(width)}  ${valueOf(figure).padStart(11)}  ${aimOf(figure)}`.trimEnd());
  }
}

function valueOf({ value, unit }: Figure): string {
  return `${rounded(value)} ${unit}`;
}

function aimOf({ value, aim }: Figure): string {
  if (aim === undefined) return '';
  const [words, bound, isReached] =
    'atMost' in aim
      ? ['at most', aim.atMost, value <= aim.atMost]
      : (['at least', aim.atLeast, value >= aim.atLeast] as const);
  return `aim: ${words} ${rounded(bound)}${isReached ? '' : ', missed'}`;
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 0.1 ? value.toFixed(2) : value.toPrecision(2);
}
