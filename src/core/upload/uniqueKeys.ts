import { drain } from '../manifest/drain.ts';

/** Where each key stands that only one of `things` has. */
export function uniqueKeys<T>(
  things: readonly T[],
  keysOf: (thing: T) => Iterable<string>,
): ReadonlyMap<string, number> {
  return drain(uniqueKeysInSteps(things, keysOf));
}

/** How many things are looked at between two pauses. */
const thingsPerStep = 256;

/** {@link uniqueKeys}, with pauses that let a host do other things. */
export function* uniqueKeysInSteps<T>(
  things: readonly T[],
  keysOf: (thing: T) => Iterable<string>,
): Generator<void, ReadonlyMap<string, number>> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [place, thing] of things.entries()) {
    for (const key of keysOf(thing)) {
      if (places.has(key)) {
        repeated.add(key);
      }
      places.set(key, place);
    }
    if (place % thingsPerStep === thingsPerStep - 1) yield;
  }
  for (const key of repeated) {
    places.delete(key);
  }
  return places;
}
