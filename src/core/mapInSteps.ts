/** What `map` makes of each item, in their order, with a pause after every `itemsPerStep` of them that lets a host do other things. */
export function* mapInSteps<T, U>(
  items: readonly T[],
  itemsPerStep: number,
  map: (item: T) => U,
): Generator<void, readonly U[]> {
  const results: U[] = [];
  for (const item of items) {
    results.push(map(item));
    if (results.length % itemsPerStep === 0) yield;
  }
  return results;
}
