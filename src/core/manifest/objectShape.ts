import { type Place, knownName } from './names.ts';

/** Which objects are read: those of a place, and those in the lists that some of its properties hold. */
export interface ObjectShape {
  readonly place: Place;
  /** By the known name of the property. */
  readonly lists: Readonly<Partial<Record<string, ObjectShape>>>;
}

/** Whether an object of this shape can have a property of this name. */
export function hasName({ place }: ObjectShape, name: string): boolean {
  return knownName(place, name) !== undefined;
}

/** Whether only the items of its lists can have a property of this name, not an object of this shape itself. */
export function hasNameInside(shape: ObjectShape, name: string): boolean {
  return !hasName(shape, name) && Object.values(shape.lists).some(inner => inner !== undefined && hasName(inner, name));
}
