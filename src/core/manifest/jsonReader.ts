import { DeviceEnds } from './deviceEnds.ts';
import { FaultLog } from './faultLog.ts';
import { JsonTokens } from './jsonTokens.ts';
import type { JsonValue } from './jsonValue.ts';
import type { Property } from './manifest.ts';
import { type Place, knownName } from './names.ts';
import { type Passage, type ValueStart, passOver, startsValue } from './passOver.ts';
import type { Span } from './span.ts';
import type { SyntaxFault, SyntaxFaultKind } from './syntaxFault.ts';

/** Which objects are read: those of a place, and those in the lists that some of its properties hold. */
export interface ObjectShape {
  readonly place: Place;
  /** By the known name of the property. */
  readonly lists: Readonly<Partial<Record<string, ObjectShape>>>;
}

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
  /** All but the objects that a syntax fault touches. */
  readonly entries: readonly ReadEntry[];
  /** How many objects stand in the list, the broken ones included. */
  readonly objectCount: number;
}

export interface JsonReaderOptions {
  readonly comments: boolean;
  readonly trailingCommas: boolean;
}

interface ReadValue {
  readonly value: JsonValue | undefined;
  readonly list: ReadList | undefined;
}

/** How many characters are read between two pauses. */
const pauseEvery = 64 * 1024;

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
  /** The shapes of the objects that are open, outermost first. */
  readonly #open: ObjectShape[] = [];
  #damageInItems = 0;
  #nextPause = pauseEvery;

  constructor(text: string, options: JsonReaderOptions) {
    this.#options = options;
    this.#deviceEnds = new DeviceEnds(text);
    this.#tokens = new JsonTokens(text, {
      comments: options.comments,
      report: (kind, span) => this.#log.report(kind, span),
    });
  }

  /** What is not JSON in the part that was read. */
  get faults(): readonly SyntaxFault[] {
    return this.#log.faults;
  }

  /** Reads the root; `undefined` if there is none. Pauses now and then, so that a large text can be read in turns. */
  *read(shape: ObjectShape): Generator<void, ReadItem | undefined> {
    const tokens = this.#tokens;
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
    this.#open.push(shape);
    const properties: ReadProperty[] = [];
    const commas = new Commas();
    while (tokens.kind !== '}' && !this.#isObjectLeft(shape, damage)) {
      if (tokens.kind === ',') {
        this.#comma(commas, 'name-expected');
      } else if (tokens.kind === 'string') {
        if (!commas.beforeItem()) this.#report('comma-expected');
        properties.push(yield* this.#property(shape));
      } else {
        this.#report('name-expected');
        commas.beforeItem();
        this.#passUnnamed();
      }
    }
    this.#open.pop();
    const intact = this.#log.damage === damage;
    return { json: { type: 'object', span: this.#close(start, '}', commas) }, properties, intact };
  }

  /** Whether the object ends here without a closing brace, because what stands here can only stand outside of it. */
  #isObjectLeft(shape: ObjectShape, damage: number): boolean {
    const { kind } = this.#tokens;
    const isItem = this.#open.length > 1;
    if (kind === 'end' || (isItem && (kind === ']' || kind === '{'))) {
      this.#report('closing-brace-expected');
      return true;
    }
    return this.#log.damage > damage && this.#isNameOutside(shape, this.#open.slice(0, -1));
  }

  *#property(shape: ObjectShape): Generator<void, ReadProperty> {
    const tokens = this.#tokens;
    const damage = this.#log.damage;
    const name = tokens.string();
    const known = knownName(shape.place, name);
    const nameSpan = { start: tokens.start, end: tokens.end };
    const { startsLine } = tokens;
    this.#next();
    const value = yield* this.#propertyValue(startsLine, known === undefined ? undefined : shape.lists[known]);
    if (this.#log.damage === damage) this.#log.recover();
    return { name, known, nameSpan, ...value };
  }

  *#propertyValue(nameStartsLine: boolean, list: ObjectShape | undefined): Generator<void, ReadValue> {
    const tokens = this.#tokens;
    if (tokens.kind === ':') {
      if (nameStartsLine) this.#log.recover();
      tokens.next();
    } else {
      this.#report('colon-expected');
      if (tokens.startsLine) return noValue;
    }
    if (tokens.kind === '[' && list !== undefined) return yield* this.#list(list);
    if (startsValue(tokens.kind) && !this.#isName()) return { value: this.#plainValue(tokens.kind), list: undefined };
    this.#report('value-expected');
    if (tokens.kind === 'word' || tokens.kind === ':') this.#skipDamage();
    return noValue;
  }

  *#list(shape: ObjectShape): Generator<void, ReadValue> {
    const tokens = this.#tokens;
    const { start } = tokens;
    const damage = this.#log.damage;
    const list = new ListInProgress();
    const commas = new Commas();
    tokens.next();
    while (tokens.kind !== ']' && !this.#isListLeft(shape, damage)) {
      if (tokens.kind === ',') {
        this.#comma(commas, 'value-expected');
      } else if (startsValue(tokens.kind)) {
        if (!commas.beforeItem()) this.#report('comma-expected');
        list.add(yield* this.#listItem(tokens.kind, shape));
      } else {
        this.#report('value-expected');
        commas.beforeItem();
        this.#skipDamage();
      }
      if (tokens.start >= this.#nextPause) {
        this.#nextPause = tokens.start + pauseEvery;
        yield;
      }
    }
    return { value: { type: 'array', span: this.#close(start, ']', commas) }, list };
  }

  *#listItem(kind: ValueStart, shape: ObjectShape): Generator<void, ReadItem> {
    const isObject = kind === '{' || this.#isName();
    const damage = this.#log.damage - (this.#tokens.faulty ? 1 : 0);
    const item = isObject ? yield* this.#object(shape) : itemOf(this.#plainValue(kind));
    const damageInside = this.#log.damage - damage;
    if (this.#open.length === 1) this.#damageInItems += damageInside;
    return { ...item, intact: item.intact && (isObject || damageInside === 0) };
  }

  /** Whether the list ends here without a closing bracket, because what stands here can only stand outside of it. */
  #isListLeft(shape: ObjectShape, damage: number): boolean {
    const tokens = this.#tokens;
    const isInItem = this.#open.length > 1;
    const isLeft =
      tokens.kind === 'end' ||
      (tokens.kind === '}' && (isInItem || tokens.isLast())) ||
      this.#isNameOutside(shape, this.#open);
    if (isLeft) this.#report('closing-bracket-expected');
    return isLeft || (this.#log.damage > damage && isInItem && this.#isOuterItem(shape));
  }

  /** Whether an object begins here that is an item of an outer list. */
  #isOuterItem(shape: ObjectShape): boolean {
    const name = this.#tokens.firstName();
    return name !== undefined && isKnownOutside(name, shape, this.#open.slice(1));
  }

  /** Whether a property begins here that only an outer object can have. */
  #isNameOutside(shape: ObjectShape | undefined, outer: readonly ObjectShape[]): boolean {
    return this.#isName() && isKnownOutside(this.#tokens.string(), shape, outer);
  }

  #isName(): boolean {
    return this.#tokens.kind === 'string' && this.#tokens.beforeColon();
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
    this.#next();
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
      next: () => this.#next(),
      report: fault => this.#report(fault),
      reportTrailingComma: () => this.#reportTrailingComma(),
      skipDamage: () => this.#skipDamage(),
      isOutside: () => this.#log.damage > damage && tokens.startsLine && this.#isNameOutside(undefined, this.#open),
    };
  }

  /** Passes over something in an object that has no name. */
  #passUnnamed(): void {
    const { kind } = this.#tokens;
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
    const deviceEnd = this.#deviceEnd();
    if (deviceEnd === undefined) {
      do tokens.next();
      while (!tokens.startsLine && !['{', '}', '[', ']', ',', 'end'].includes(tokens.kind));
    } else {
      tokens.jumpTo(deviceEnd);
    }
  }

  /** Goes to the next token; if this one has lost its closing quote, to the end of the device on its line. */
  #next(): void {
    const deviceEnd = this.#tokens.unclosed ? this.#deviceEnd() : undefined;
    if (deviceEnd === undefined) {
      this.#tokens.next();
    } else {
      this.#tokens.jumpTo(deviceEnd);
    }
  }

  #deviceEnd(): number | undefined {
    return this.#open.length > 1 ? this.#deviceEnds.onLine(this.#tokens.start) : undefined;
  }

  #report(fault: SyntaxFaultKind): void {
    const { kind, start, end, previousEnd } = this.#tokens;
    this.#log.report(
      fault,
      kind === 'end' ? { start: Math.max(0, previousEnd - 1), end: previousEnd } : { start, end },
    );
  }

  #reportTrailingComma(): void {
    const { previousEnd } = this.#tokens;
    if (!this.#options.trailingCommas) this.#log.report('trailing-comma', { start: previousEnd - 1, end: previousEnd });
  }
}

/** Follows the commas in an object or array. */
class Commas {
  #isExpected = false;
  #isTrailing = false;

  /** Whether the last thing was a comma in its right place. */
  get isTrailing(): boolean {
    return this.#isTrailing;
  }

  /** A comma stands here; returns whether it may. */
  take(): boolean {
    this.#isTrailing = this.#isExpected;
    this.#isExpected = false;
    return this.#isTrailing;
  }

  /** An item begins here; returns whether it may. */
  beforeItem(): boolean {
    const isFitting = !this.#isExpected;
    this.#isExpected = true;
    this.#isTrailing = false;
    return isFitting;
  }
}

/** Keeps of a list what is whole: a text may break more objects than memory holds. */
class ListInProgress implements ReadList {
  readonly entries: ReadEntry[] = [];
  objectCount = 0;
  #length = 0;

  add(item: ReadItem): void {
    if (item.intact) this.entries.push({ ...item, index: this.#length });
    if (item.json.type === 'object') this.objectCount += 1;
    this.#length += 1;
  }
}

const noValue: ReadValue = { value: undefined, list: undefined };

function itemOf(json: JsonValue): ReadItem {
  return { json, properties: [], intact: true };
}

function isKnownOutside(name: string, shape: ObjectShape | undefined, outer: readonly ObjectShape[]): boolean {
  const isKnownIn = ({ place }: ObjectShape): boolean => knownName(place, name) !== undefined;
  return (shape === undefined || !isKnownIn(shape)) && outer.some(isKnownIn);
}
