/** A place in the grid: row 0 is the header, columns count from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  /** With the header. */
  readonly rows: number;
  readonly columns: number;
  /** How many rows a page is, at least 1. */
  readonly page: number;
}

/** What counts of a `KeyboardEvent`. */
interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/**
 * Where a key leads in a grid; `undefined` for keys that lead nowhere (ARIA Authoring Practices Guide, "Grid", data
 * grids).
 */
export function gridMove(
  { row, column }: GridPlace,
  { key, ctrlKey }: Key,
  { rows, columns, page }: GridSize,
): GridPlace | undefined {
  const to = (toRow: number, toColumn: number): GridPlace => ({
    row: Math.min(Math.max(toRow, 0), rows - 1),
    column: Math.min(Math.max(toColumn, 0), columns - 1),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(row - page, column);
    case 'PageDown':
      return to(row + page, column);
    case 'Home':
      return ctrlKey ? to(0, 0) : to(row, 0);
    case 'End':
      return ctrlKey ? to(rows - 1, columns - 1) : to(row, columns - 1);
    default:
      return undefined;
  }
}
