/** A change of a text: `length` characters from `offset` on become `text`. Each of several speaks of the text that the one before it left. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** Where a text was changed. What stands before `start` is the same, and so is what stands behind the ends. */
export interface ChangedStretch {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** The shortest stretch that holds all changes; `undefined` if there are none. */
export function changedStretch(changes: readonly TextChange[]): ChangedStretch | undefined {
  let stretch: ChangedStretch | undefined;
  for (const { offset, length, text } of changes) {
    const growth = text.length - length;
    const { start, endBefore, endAfter } = stretch ?? {
      start: offset,
      endBefore: offset + length,
      endAfter: offset + length,
    };
    const beyond = Math.max(0, offset + length - endAfter);
    stretch = {
      start: Math.min(start, offset),
      endBefore: endBefore + beyond,
      endAfter: endAfter + beyond + growth,
    };
  }
  return stretch;
}
