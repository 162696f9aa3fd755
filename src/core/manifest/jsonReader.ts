import { Commas } from './commas.ts';
import { DeviceEnds } from './deviceEnds.ts';
import { FaultLog } from './faultLog.ts';
import { JsonTokens } from './jsonTokens.ts';
import type { JsonValue } from './jsonValue.ts';
import type { Property } from './manifest.ts';
import { knownName } from './names.ts';
import type { ObjectShape } from './objectShape.ts';
import { type Passage, type ValueStart, passOver, startsValue } from './passOver.ts';
import type { Span } from './span.ts';
import { Surroundings } from './surroundings.ts';
import type { SyntaxFault, SyntaxFaultKind } from './syntaxFault.ts';

/** The root, or a value in a list. */
export interface ReadItem {
  readonly json: JsonValue;
  /** Empty if the value is no object. */
  readonly properties: readonly ReadProperty[];
  /** Whether no syntax fault touches the value; for the root, those inside the items of its lists do not count. */
  readonly intact: boolean;
}

/** A value in a list. */
export interface ReadEntry extends ReadItem {
  /** Its position in the list, from 0. */
  readonly index: number;
}

export interface ReadProperty extends Property {
  /** What stands in the value if it is one of the shape's lists; `undefined` if not. */
  readonly list: ReadList | undefined;
}

export interface ReadList {
  /** All but the objects that a syntax fault touches, and those that went elsewhere. */
  readonly entries: readonly ReadEntry[];
  /** How many objects stand in the list, the broken ones included. */
  readonly objectCount: number;
}

/** Takes the objects of a list as they are read, so that the list itself keeps none. */
export interface ItemSink {
  /** A list begins: of several the last one counts. */
  begin(): void;
  /** Takes an object that no syntax fault touches. */
  take(item: ReadEntry): void;
  /**
   * Reads and takes the objects from the opening brace at `start` on that it can read by itself, of which the first is the item
   * `index`; `undefined` if that is none. They must be sound whatever else the text holds, and so must what follows the last:
   * a comma and an opening brace, or the list's end.
   */
  scan?(start: number, index: number): ItemRun | undefined;
}

export interface ItemRun {
  readonly count: number;
  /** Where the last of them ends. */
  readonly end: number;
}

export interface JsonReaderOptions {
  readonly comments: boolean;
  readonly trailingCommas: boolean;
  /** Takes the items of the root's lists. */
  readonly items?: ItemSink;
}

interface ReadValue {
  readonly value: JsonValue;
  readonly list: ReadList | undefined;
}

/** The most characters and items of a list that are read between two pauses. */
const pauseAfter = { characters: 64 * 1024, items: 16 } as const;

/**
 * Reads the objects of a given shape out of a JSON text, whatever the text is, and goes on after faults.
 *
 * What the shape does not name is checked for its syntax and passed over, so that neither depth nor size matters. After
 * a fault the reader is quiet until it has its bearings again, which is at the next property that starts a line or is
 * whole: one slip, one fault. It closes what was left open when it meets what can only stand further out.
 */
export class JsonReader {
  readonly #options: JsonReaderOptions;
  readonly #log = new FaultLog();
  readonly #tokens: JsonTokens;
  readonly #deviceEnds: DeviceEnds;
  readonly #surroundings: Surroundings;
  #damageInItems = 0;
  #nextPause: number = pauseAfter.characters;

  constructor(text: string, options: JsonReaderOptions) {
    this.#options = options;
    this.#deviceEnds = new DeviceEnds(text);
    this.#tokens = new JsonTokens(text, {
      comments: options.comments,
      report: (kind, span) => this.#log.report(kind, span),
      lastEnd: start => this.#deviceEnd(start),
    });
    this.#surroundings = new Surroundings(this.#tokens);
  }

  /** What is not JSON in the part that was read. */
  get faults(): readonly SyntaxFault[] {
    return this.#log.faults;
  }

  /** Reads the root; `undefined` if there is none. Pauses now and then, so that a large text can be read in turns. */
  *read(shape: ObjectShape): Generator<void, ReadItem | undefined> {
    const tokens = this.#tokens;
    tokens.next();
    this.#skipToRoot();
    if (!startsValue(tokens.kind)) return undefined;
    const root = tokens.kind === '{' ? yield* this.#object(shape) : itemOf(this.#plainValue(tokens.kind));
    if (this.#tokens.kind !== 'end') this.#report('end-expected');
    return { ...root, intact: this.#log.damage === this.#damageInItems };
  }

  #skipToRoot(): void {
    const tokens = this.#tokens;
    if (tokens.kind === 'end' || startsValue(tokens.kind)) return;
    this.#report('value-expected');
    while (!['{', 'end'].includes(tokens.kind)) tokens.next();
  }

  /** Reads the object whose opening brace, if it has one, is the current token. */
  *#object(shape: ObjectShape): Generator<void, ReadItem> {
    const tokens = this.#tokens;
    const { start } = tokens;
    const damage = this.#log.damage;
    if (tokens.kind === '{') {
      tokens.next();
    } else {
      this.#report('opening-brace-expected');
    }
    this.#surroundings.enter(shape);
    const properties: ReadProperty[] = [];
    const commas = new Commas();
    while (!this.#isObjectOver(shape, damage)) {
      if (tokens.kind === ',') {
        this.#comma(commas, 'name-expected');
      } else if (tokens.kind === 'string') {
        if (!commas.beforeItem()) this.#report('comma-expected');
        const property = yield* this.#property(shape);
        if (property !== undefined) properties.push(property);
      } else {
        this.#passUnnamed(damage);
        commas.beforeItem();
      }
    }
    this.#surroundings.leave();
    const intact = this.#log.damage === damage;
    return { json: { type: 'object', span: this.#close(start, '}', commas) }, properties, intact };
  }

  /** Whether the object ends here, with its closing brace or before something that can only stand outside of it. */
  #isObjectOver(shape: ObjectShape, damage: number): boolean {
    const { kind } = this.#tokens;
    const surroundings = this.#surroundings;
    if (kind === '}') return !surroundings.goesOnBehindBrace();
    const isUnclosed =
      kind === 'end' || (kind === '{' && surroundings.isNextItem()) || (kind === ']' && surroundings.isListEnd());
    if (isUnclosed) this.#report('closing-brace-expected');
    return isUnclosed || (this.#log.damage > damage && surroundings.isNameOutside(shape));
  }

  /** Reads the property that begins here; `undefined` if its name or value is missing or cannot be read. */
  *#property(shape: ObjectShape): Generator<void, ReadProperty | undefined> {
    const tokens = this.#tokens;
    const damage = this.#log.damage;
    const name = tokens.string();
    const known = knownName(shape.place, name);
    const nameSpan = { start: tokens.start, end: tokens.end };
    const { startsLine, faulty } = tokens;
    this.#surroundings.addName(name);
    tokens.next();
    const list = known === undefined ? undefined : shape.lists[known];
    const items = faulty || this.#surroundings.depth > 1 ? undefined : this.#options.items;
    const value = yield* this.#propertyValue(startsLine, list && { shape: list, items });
    if (this.#log.damage === damage) this.#log.recover();
    return faulty || value === undefined ? undefined : { name, known, nameSpan, ...value };
  }

  *#propertyValue(nameStartsLine: boolean, list: ListToRead | undefined): Generator<void, ReadValue | undefined> {
    const tokens = this.#tokens;
    if (tokens.kind === ':') {
      if (nameStartsLine) this.#log.recover();
      tokens.next();
    } else {
      this.#report('colon-expected');
      if (tokens.startsLine) return undefined;
    }
    if (tokens.kind === '[' && list !== undefined) return yield* this.#list(list);
    if (startsValue(tokens.kind) && !this.#surroundings.isName()) return this.#readableValue(tokens.kind);
    this.#report('value-expected');
    if (tokens.kind === 'word' || tokens.kind === ':') this.#skipDamage();
    return undefined;
  }

  #readableValue(kind: ValueStart): ReadValue | undefined {
    const { faulty } = this.#tokens;
    const value = this.#plainValue(kind);
    return faulty ? undefined : { value, list: undefined };
  }

  *#list({ shape, items }: ListToRead): Generator<void, ReadValue> {
    const tokens = this.#tokens;
    const { start } = tokens;
    const damage = this.#log.damage;
    const list = new ListInProgress(items);
    const commas = new Commas();
    tokens.next();
    while (!this.#isListOver(shape, damage)) {
      if (tokens.kind === ',') {
        this.#comma(commas, 'value-expected');
      } else if (startsValue(tokens.kind)) {
        if (!commas.beforeItem()) this.#report('comma-expected');
        if (!this.#scanned(list)) list.add(yield* this.#listItem(tokens.kind, shape, damage));
      } else {
        this.#report(tokens.kind === '}' ? 'bracket-unexpected' : 'value-expected');
        commas.beforeItem();
        this.#skipDamage();
      }
      if (tokens.start >= this.#nextPause || list.added % pauseAfter.items === 0) {
        this.#nextPause = tokens.start + pauseAfter.characters;
        yield;
      }
    }
    return { value: { type: 'array', span: this.#close(start, ']', commas) }, list };
  }

  /** Goes behind the objects that can be taken without being read here; whether there are any. */
  #scanned(list: ListInProgress): boolean {
    const tokens = this.#tokens;
    const end = tokens.kind === '{' ? list.scan(tokens.start) : undefined;
    if (end === undefined) return false;
    this.#log.recover();
    tokens.passTo(end);
    return true;
  }

  *#listItem(kind: ValueStart, shape: ObjectShape, listDamage: number): Generator<void, ReadItem> {
    const damage = this.#log.damage;
    if (kind !== '{' && !this.#surroundings.isName()) {
      const item = itemOf(this.#plainValue(kind));
      // In a broken list this may be a splinter of an object.
      return { ...item, intact: damage === listDamage && this.#log.damage === damage };
    }
    const item = yield* this.#object(shape);
    if (this.#surroundings.depth === 1) this.#damageInItems += this.#log.damage - damage;
    return item;
  }

  /** Whether the list ends here, with its closing bracket or before something that can only stand outside of it. */
  #isListOver(shape: ObjectShape, damage: number): boolean {
    const { kind } = this.#tokens;
    const surroundings = this.#surroundings;
    if (kind === ']') return true;
    const isUnclosed =
      kind === 'end' || (kind === '}' && surroundings.isOwnerEnd(shape)) || surroundings.isNameOutside(shape);
    if (isUnclosed) this.#report('closing-bracket-expected');
    return isUnclosed || (kind === '{' && this.#log.damage > damage && surroundings.isOuterItem(shape));
  }

  /** Goes behind the value that begins with the current token, of the given kind. */
  #plainValue(kind: ValueStart): JsonValue {
    const tokens = this.#tokens;
    const { start, end } = tokens;
    if (kind === '{' || kind === '[') {
      passOver(this.#passage());
      return { type: kind === '{' ? 'object' : 'array', span: { start, end: tokens.previousEnd } };
    }
    const span = { start, end };
    const value: JsonValue = kind === 'string' ? { type: kind, text: tokens.string(), span } : { type: kind, span };
    this.#tokens.next();
    return value;
  }

  #passage(): Passage {
    const tokens = this.#tokens;
    const { damage } = this.#log;
    return {
      get kind() {
        return tokens.kind;
      },
      beforeColon: () => tokens.beforeColon(),
      next: () => this.#tokens.next(),
      report: fault => this.#report(fault),
      reportTrailingComma: () => this.#reportTrailingComma(),
      skipDamage: () => this.#skipDamage(),
      isOutside: () => this.#log.damage > damage && tokens.startsLine && this.#surroundings.isNameOutside(undefined),
    };
  }

  /** Passes over something in an object that has no name. A bracket too many may follow from what was broken since `damage`. */
  #passUnnamed(damage: number): void {
    const tokens = this.#tokens;
    const { kind } = tokens;
    if (kind === ']' || kind === '}' || (kind === '{' && !this.#surroundings.isInnerItem())) {
      if (this.#log.damage === damage) this.#report('bracket-unexpected');
      tokens.next();
      return;
    }
    this.#report('name-expected');
    if (kind === '{' || kind === '[') {
      this.#plainValue(kind);
    } else {
      this.#skipDamage();
    }
  }

  #comma(commas: Commas, expectedInstead: SyntaxFaultKind): void {
    if (!commas.take()) this.#report(expectedInstead);
    this.#tokens.next();
  }

  /** Goes behind the closing bracket, if it is there; returns the span of what it closes. */
  #close(start: number, bracket: '}' | ']', commas: Commas): Span {
    const tokens = this.#tokens;
    if (tokens.kind !== bracket) return { start, end: Math.max(start, tokens.previousEnd) };
    if (commas.isTrailing) this.#reportTrailingComma();
    const span = { start, end: tokens.end };
    tokens.next();
    return span;
  }

  /** Passes over what cannot be read: to the next bracket, comma or line, or to the end of the device on this line. */
  #skipDamage(): void {
    const tokens = this.#tokens;
    // A string before may have lost its quote, and swallowed the end.
    const deviceEnd = this.#deviceEnd(tokens.previousStart) ?? this.#deviceEnd(tokens.start);
    if (deviceEnd === undefined) {
      do tokens.next();
      while (!tokens.startsLine && !['{', '}', '[', ']', ',', 'end'].includes(tokens.kind));
    } else {
      tokens.jumpTo(deviceEnd);
    }
  }

  /** Where the device that is open ends as far as the bare text tells, if before the end of the line. */
  #deviceEnd(from: number): number | undefined {
    return this.#surroundings.depth > 1 ? this.#deviceEnds.onLine(from) : undefined;
  }

  #report(fault: SyntaxFaultKind): void {
    const { kind, start, end, previousEnd } = this.#tokens;
    const span = kind === 'end' ? { start: Math.max(0, previousEnd - 1), end: previousEnd } : { start, end };
    this.#log.report(fault, span);
  }

  #reportTrailingComma(): void {
    const { previousEnd } = this.#tokens;
    if (!this.#options.trailingCommas) this.#log.report('trailing-comma', { start: previousEnd - 1, end: previousEnd });
  }
}

/** Keeps of a list what is whole, or hands it on: a text may break more objects than memory holds. */
class ListInProgress implements ReadList {
  readonly entries: ReadEntry[] = [];
  readonly #sink: ItemSink | undefined;
  /** How many were read one by one. */
  added = 0;
  objectCount = 0;
  #length = 0;

  constructor(sink: ItemSink | undefined) {
    this.#sink = sink;
    sink?.begin();
  }

  /** Lets the objects from `start` on be taken that can be; where the last of them ends, `undefined` if there is none. */
  scan(start: number): number | undefined {
    const run = this.#sink?.scan?.(start, this.#length);
    this.objectCount += run?.count ?? 0;
    this.#length += run?.count ?? 0;
    return run?.end;
  }

  add(item: ReadItem): void {
    const entry = { ...item, index: this.#length };
    const isObject = item.json.type === 'object';
    this.added += 1;
    if (isObject) this.objectCount += 1;
    this.#length += 1;
    if (!item.intact) return;
    if (isObject && this.#sink !== undefined) {
      this.#sink.take(entry);
    } else {
      this.entries.push(entry);
    }
  }
}

/** A list whose objects are read, and who takes them. */
interface ListToRead {
  readonly shape: ObjectShape;
  readonly items: ItemSink | undefined;
}

function itemOf(json: JsonValue): ReadItem {
  return { json, properties: [], intact: true };
}
