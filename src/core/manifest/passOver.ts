import { Brackets } from './brackets.ts';
import type { TokenKind } from './jsonTokens.ts';
import type { SyntaxFaultKind } from './syntaxFault.ts';

/** What a value begins with: all of it, or its opening bracket. */
export type ValueStart = Exclude<TokenKind, '}' | ']' | ':' | ',' | 'word' | 'end'>;

/** The reader that passes over a value. */
export interface Passage {
  readonly kind: TokenKind;
  /** Whether a colon is the next token. */
  beforeColon(): boolean;
  next(): void;
  /** Notes that the current token stands where something else was expected. */
  report(fault: SyntaxFaultKind): void;
  /** Notes the comma before the current token. */
  reportTrailingComma(): void;
  /** Passes over a token that is none and what it makes unreadable. */
  skipDamage(): void;
  /** Whether something is broken since the value began, and the current token can only stand behind it. */
  isOutside(): boolean;
}

/** What can come next in an object or array; an item is a property there, a value here. */
type Expected = 'item' | 'item-or-end' | 'colon' | 'value' | 'comma-or-end';

/** Goes behind the object or array that begins here, checking its syntax; however deep it is, without recursion. */
export function passOver(reader: Passage): void {
  const brackets = new Brackets();
  let expected = step(reader, brackets, 'value', false);
  while (expected !== undefined && brackets.depth > 0 && !reader.isOutside()) {
    expected = step(reader, brackets, expected, brackets.inObject);
  }
}

/** Goes behind one token; returns what can come next, or `undefined` where the value ends without its closing bracket. */
function step(reader: Passage, brackets: Brackets, expected: Expected, inObject: boolean): Expected | undefined {
  const { kind } = reader;
  const isFitting = fits(kind, expected, inObject);
  if (!isFitting) reader.report(missing(kind, expected, inObject));
  if (kind === 'end') return undefined;
  if (kind === '}' || kind === ']') {
    if (expected === 'item') reader.reportTrailingComma();
    if (!brackets.close(kind)) return undefined;
  }
  if (kind === '{' || kind === '[') brackets.open(kind);
  const isName = kind === 'string' && inObject && (isFitting ? expected !== 'value' : reader.beforeColon());
  if (kind === 'word') {
    reader.skipDamage();
  } else {
    reader.next();
  }
  return isName ? 'colon' : expectedBehind(kind);
}

function fits(kind: TokenKind, expected: Expected, inObject: boolean): boolean {
  if (expected === 'colon') return kind === ':';
  if (expected === 'value') return startsValue(kind);
  if (kind === (inObject ? '}' : ']')) return true;
  if (expected === 'comma-or-end') return kind === ',';
  return inObject ? kind === 'string' : startsValue(kind);
}

const noValueStarts: ReadonlySet<TokenKind> = new Set(['}', ']', ':', ',', 'word', 'end']);

/** Whether a value begins with such a token. */
export function startsValue(kind: TokenKind): kind is ValueStart {
  return !noValueStarts.has(kind);
}

function missing(kind: TokenKind, expected: Expected, inObject: boolean): SyntaxFaultKind {
  if (kind === 'end' || kind === '}' || kind === ']') {
    return inObject ? 'closing-brace-expected' : 'closing-bracket-expected';
  }
  if (expected === 'colon') return 'colon-expected';
  if (expected === 'comma-or-end') return 'comma-expected';
  return inObject && expected !== 'value' ? 'name-expected' : 'value-expected';
}

function expectedBehind(kind: TokenKind): Expected {
  if (kind === '{' || kind === '[') return 'item-or-end';
  if (kind === ',') return 'item';
  return kind === ':' ? 'value' : 'comma-or-end';
}
