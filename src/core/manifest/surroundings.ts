import type { JsonTokens } from './jsonTokens.ts';
import { camelCase } from './names.ts';
import { type ObjectShape, hasName, hasNameInside } from './objectShape.ts';

/** An object that is being read. */
interface OpenObject {
  readonly shape: ObjectShape;
  /** Its properties so far, in camelCase. */
  readonly names: Set<string>;
}

/**
 * Tells where objects and lists end that someone forgot to close or closed too early, from the names that stand before
 * and behind a bracket. Looks at the current token and ahead, and moves nothing.
 */
export class Surroundings {
  readonly #tokens: JsonTokens;
  readonly #open: OpenObject[] = [];

  constructor(tokens: JsonTokens) {
    this.#tokens = tokens;
  }

  /** How many objects are open, the root included. */
  get depth(): number {
    return this.#open.length;
  }

  enter(shape: ObjectShape): void {
    this.#open.push({ shape, names: new Set() });
  }

  /** Notes a property of the innermost open object. */
  addName(name: string): void {
    this.#open.at(-1)?.names.add(camelCase(name));
  }

  leave(): void {
    this.#open.pop();
  }

  /** Whether a property begins here. */
  isName(): boolean {
    return nameAt(this.#tokens) !== undefined;
  }

  /** Whether a property begins here that some open object can have, but none of the shape `own`. */
  isNameOutside(own: ObjectShape | undefined): boolean {
    return this.#isOfOuter(nameAt(this.#tokens), own, 0);
  }

  /** At a closing brace: whether it comes too early, because a property follows that the object can have and has not. */
  goesOnBehindBrace(): boolean {
    const object = this.#open.at(-1);
    const name = nameAt(behindComma(this.#tokens.ahead()));
    return name !== undefined && !has(object, name) && !this.#isOfOuter(name, object?.shape, 0);
  }

  /** At an opening brace where a property should be: whether the next item of the list begins here. */
  isNextItem(): boolean {
    const object = this.#open.at(-1);
    const name = nameAt(this.#tokens.ahead());
    if (object === undefined || this.#open.length === 1) return false;
    return has(object, name) || (this.#tokens.startsLine && !(name !== undefined && hasNameInside(object.shape, name)));
  }

  /** At a closing bracket where a property should be: whether the list around the object ends here. */
  isListEnd(): boolean {
    const ahead = this.#tokens.ahead();
    if (this.#open.length === 1) return false;
    if (ahead.kind === '}' && this.#open.length === 2) return ahead.ahead().kind === 'end';
    if (ahead.kind === '}' || ahead.kind === ']' || ahead.kind === 'end') return true;
    return this.#isOfOuter(nameAt(behindComma(ahead)), this.#open.at(-1)?.shape, 0);
  }

  /** At an opening brace where a property should be: whether an item of one of the object's own lists begins here. */
  isInnerItem(): boolean {
    const object = this.#open.at(-1);
    const name = nameAt(this.#tokens.ahead());
    return object !== undefined && name !== undefined && hasNameInside(object.shape, name);
  }

  /** At a closing brace where an item of the shape `own` should be: whether the object ends here whose list this is. */
  isOwnerEnd(own: ObjectShape): boolean {
    const ahead = this.#tokens.ahead();
    if (this.#open.length === 1) return ahead.kind === 'end';
    const next = behindComma(ahead);
    return next.kind !== '{' || this.#isOfOuter(nameAt(next.ahead()), own, 1);
  }

  /** At an opening brace where an item of the shape `own` should be: whether an item of an outer list begins here. */
  isOuterItem(own: ObjectShape): boolean {
    return this.#isOfOuter(nameAt(this.#tokens.ahead()), own, 1);
  }

  /** Whether an object that is open, from the depth `from` on, can have this name, but none of the shape `own`. */
  #isOfOuter(name: string | undefined, own: ObjectShape | undefined, from: number): boolean {
    if (name === undefined || (own !== undefined && hasName(own, name))) return false;
    return this.#open.some(({ shape }, depth) => depth >= from && hasName(shape, name));
  }
}

/** The name of the property that begins at the current token; `undefined` if none does. */
function nameAt(tokens: JsonTokens): string | undefined {
  return tokens.kind === 'string' && tokens.beforeColon() ? tokens.string() : undefined;
}

function behindComma(tokens: JsonTokens): JsonTokens {
  if (tokens.kind === ',') tokens.next();
  return tokens;
}

function has(object: OpenObject | undefined, name: string | undefined): boolean {
  return name !== undefined && object?.names.has(camelCase(name)) === true;
}
