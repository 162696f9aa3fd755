/** Thrown inside a decoder for a value that is not what it should be; whoever starts decoding catches it. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

/** The members of an object that was read from outside, each checked as it is taken. Absent and `undefined` are the same. */
export class Fields {
  readonly #members: Readonly<Record<string, unknown>>;

  /** @throws {Malformed} if the value is no object; so do all methods for members of another type than they say. */
  constructor(value: unknown) {
    if (!isObject(value)) {
      throw new Malformed('An object is missing');
    }
    this.#members = value;
  }

  text(name: string): string {
    const value = this.#member(name);
    return typeof value === 'string' ? value : malformed(name);
  }

  /** A whole number from 0 on. */
  count(name: string): number {
    const value = this.#member(name);
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : malformed(name);
  }

  /** A number of milliseconds, in whole or fractional ones. */
  time(name: string): number {
    const value = this.#member(name);
    return typeof value === 'number' && Number.isFinite(value) ? value : malformed(name);
  }

  oneOf<T extends string>(name: string, ...values: readonly T[]): T {
    const text = this.#member(name);
    return values.find(value => value === text) ?? malformed(name);
  }

  keyOf<T extends string>(name: string, table: Readonly<Record<T, unknown>>): T {
    const text = this.text(name);
    return isKey(text, table) ? text : malformed(name);
  }

  object(name: string): Fields {
    return new Fields(this.#member(name));
  }

  list<T>(name: string, decode: (item: unknown) => T): readonly T[] {
    const value = this.#member(name);
    return Array.isArray(value) ? value.map(item => decode(item)) : malformed(name);
  }

  texts(name: string): readonly string[] {
    return this.list(name, item => (typeof item === 'string' ? item : malformed(name)));
  }

  /** What `take` gives for the member, or `undefined` where that is absent. */
  optional<T>(name: string, take: () => T): T | undefined {
    return this.#member(name) === undefined ? undefined : take();
  }

  /** `true`, or absent. */
  optionalTrue(name: string): true | undefined {
    return this.optional(name, () => this.#member(name) === true || malformed(name));
  }

  optionalText(name: string): string | undefined {
    return this.#member(name) === undefined ? undefined : this.text(name);
  }

  #member(name: string): unknown {
    return Object.hasOwn(this.#members, name) ? this.#members[name] : undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKey<T extends string>(text: string, table: Readonly<Record<T, unknown>>): text is T {
  return Object.hasOwn(table, text);
}

function malformed(name: string): never {
  throw new Malformed(`The member ${name} is missing or of a wrong type`);
}
