import { readTime } from './time.ts';

/**
 * An object of an answer, read with tolerance: names count without case and without blanks around them (the service's
 * own pages show `" attributes"`), `null` is absence, and a value of another type than the one asked for is absent.
 */
export class WireObject {
  readonly #members: ReadonlyMap<string, unknown>;

  private constructor(members: ReadonlyMap<string, unknown>) {
    this.#members = members;
  }

  /** `undefined` if the value is no object. */
  static of(value: unknown): WireObject | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return undefined;
    }
    const members = new Map<string, unknown>();
    for (const [name, member] of Object.entries(value)) {
      if (member !== null) {
        members.set(keyOf(name), member);
      }
    }
    return new WireObject(members);
  }

  has(name: string): boolean {
    return this.#members.has(keyOf(name));
  }

  /** A text that is not blank, as it was sent; numbers as their digits. */
  text(name: string): string | undefined {
    const value = this.#members.get(keyOf(name));
    if (typeof value === 'number') {
      return String(value);
    }
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  }

  /** A whole number from 0, sent as a number or as digits. */
  count(name: string): number | undefined {
    const text = this.text(name)?.trim();
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  }

  /** Milliseconds since 1970. */
  time(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : readTime(text);
  }

  object(name: string): WireObject | undefined {
    return WireObject.of(this.#members.get(keyOf(name)));
  }

  /** The array of that name; `undefined` if there is none. */
  list(name: string): readonly unknown[] | undefined {
    const value = this.#members.get(keyOf(name));
    return Array.isArray(value) ? value : undefined;
  }
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
