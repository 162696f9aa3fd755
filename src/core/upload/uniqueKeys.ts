/** Where each key stands that stands in one place only: `keys` has the keys of every place. */
export function uniqueKeys(keys: readonly Iterable<string>[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [place, own] of keys.entries()) {
    for (const key of own) {
      if (places.has(key)) {
        repeated.add(key);
      }
      places.set(key, place);
    }
  }
  for (const key of repeated) {
    places.delete(key);
  }
  return places;
}
