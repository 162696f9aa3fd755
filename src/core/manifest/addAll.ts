/** Puts others behind what is in a list. There may be more of them than a call takes arguments. */
export function addAll<T>(list: T[], others: Iterable<T>): void {
  for (const other of others) list.push(other);
}
