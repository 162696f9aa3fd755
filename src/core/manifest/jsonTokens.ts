import { isVisibleAscii } from '../blanks.ts';
import type { JsonType } from './jsonValue.ts';
import { NextMatch } from './nextMatch.ts';
import type { Span } from './span.ts';
import type { SyntaxFaultKind } from './syntaxFault.ts';

/** `word` is a run of characters that is no token of JSON; `end` is the end of the text. */
export type TokenKind = '{' | '}' | '[' | ']' | ':' | ',' | Exclude<JsonType, 'object' | 'array'> | 'word' | 'end';

export interface TokenOptions {
  readonly comments: boolean;
  /** Told what is wrong inside a token, before the token is current. */
  readonly report: (fault: SyntaxFaultKind, span: Span) => void;
  /** Where what begins at `start` and is not closed ends at the latest, if before the end of its line. */
  readonly lastEnd?: (start: number) => number | undefined;
}

const silent: TokenOptions = { comments: true, report: () => {} };

const quote = 0x22;
const backslash = 0x5c;
const slash = 0x2f;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = 0xfeff;

const structure: ReadonlyMap<number, TokenKind> = new Map(
  (['{', '}', '[', ']', ':', ','] as const).map(kind => [kind.charCodeAt(0), kind]),
);

/** Stands on the first token of a text, comments passed over. */
export function firstToken(text: string): JsonTokens {
  const tokens = new JsonTokens(text, silent);
  tokens.next();
  return tokens;
}

const simpleEscapes: ReadonlySet<number> = new Set(Array.from('"\\/bfnrt', character => character.charCodeAt(0)));

/**
 * Goes through the tokens of a JSON text, one at a time, whatever the text is.
 *
 * A string that its line does not close ends with the line, and so does a comment that nothing closes: a slip spoils no
 * more than its own line. Takes time in proportion to the text's length, and no memory.
 */
export class JsonTokens {
  readonly #text: string;
  readonly #options: TokenOptions;
  /** Where strings need a closer look: backslashes and control characters, line breaks among them. */
  readonly #specials: NextMatch;
  readonly #commentEnds: NextMatch;
  #escaped = false;

  kind: TokenKind = 'end';
  start = 0;
  end = 0;
  /** Where the token before this one begins. */
  previousStart = 0;
  previousEnd = 0;
  /** Whether this token is the first one on its line. */
  startsLine = false;
  /** Whether this is a string without a closing quote. */
  unclosed = false;
  /** Whether this is a string that is not written as JSON demands. */
  faulty = false;

  /** Stands before the first token, a byte-order mark passed over; with `from` behind the current one of those tokens. */
  constructor(text: string, options: TokenOptions, from?: JsonTokens) {
    this.#text = text;
    this.#options = options;
    this.#specials = from === undefined ? new NextMatch(text, special) : from.#specials;
    this.#commentEnds = from === undefined ? new NextMatch(text, commentEnd) : from.#commentEnds;
    this.end = from?.end ?? (text.charCodeAt(0) === byteOrderMark ? 1 : 0);
  }

  /** The content of the current string token, escapes decoded; if the string is faulty, as it is written. */
  string(): string {
    const isDecoded = this.#escaped && !this.faulty;
    if (isDecoded) return String(JSON.parse(this.#text.slice(this.start, this.end)));
    return this.#text.slice(this.start + 1, this.unclosed ? this.end : this.end - 1);
  }

  /** Whether a colon is the next token. */
  beforeColon(): boolean {
    return this.#text.charAt(this.#skipTrivia(this.end)) === ':';
  }

  /** Reads on from behind this token and reports nothing: a look ahead. */
  ahead(): JsonTokens {
    const ahead = new JsonTokens(this.#text, silent, this);
    ahead.next();
    return ahead;
  }

  /** Goes on with the token at or after `offset`. */
  jumpTo(offset: number): void {
    this.end = offset;
    this.next();
  }

  /** Goes on behind a bracket that ends at `end`, as if it were the current token. */
  passTo(end: number): void {
    this.start = end - 1;
    this.end = end;
    this.next();
  }

  next(): void {
    const { report } = this.#options;
    this.previousStart = this.start;
    this.previousEnd = this.end;
    this.startsLine = false;
    this.start = this.#skipTrivia(this.end, report);
    this.end = this.start + 1;
    this.unclosed = false;
    this.#escaped = false;
    this.faulty = false;
    const code = this.#text.charCodeAt(this.start);
    const mark = structure.get(code);
    if (mark !== undefined) {
      this.kind = mark;
    } else if (code === quote) {
      this.kind = 'string';
      this.#scanString();
    } else if (this.start < this.#text.length) {
      this.#scanWord();
    } else {
      this.kind = 'end';
      this.end = this.start;
    }
  }

  /** Returns where the next token starts. With `report` it is the tokens' own step: faults are told, line breaks noticed. */
  #skipTrivia(from: number, report?: TokenOptions['report']): number {
    for (let at = from; ;) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x20 || code === 0x09) {
        at += 1;
      } else if (code === lineFeed || code === carriageReturn) {
        at += 1;
        if (report !== undefined) this.startsLine = true;
      } else {
        const end = code === slash ? this.#skipComment(at, report) : at;
        if (end === at) return at;
        at = end;
      }
    }
  }

  /** Returns where the comment ends that starts at `start`, or `start` if none does. */
  #skipComment(start: number, report: TokenOptions['report'] | undefined): number {
    const opening = this.#text.slice(start, start + 2);
    if (opening !== '//' && opening !== '/*') return start;
    const close = opening === '/*' ? this.#commentEnds.at(start + 2) : undefined;
    const isUnclosed = close === this.#text.length;
    const end = close === undefined || isUnclosed ? this.#lineEnd(start) : close + 2;
    if (isUnclosed) {
      const lastEnd = this.#options.lastEnd?.(start) ?? end;
      report?.('unclosed-comment', { start, end: lastEnd });
      return lastEnd;
    }
    if (!this.#options.comments) report?.('comment', { start, end });
    return end;
  }

  #lineEnd(from: number): number {
    let at = from;
    while (at < this.#text.length && !isLineBreak(this.#text.charCodeAt(at))) {
      at += 1;
    }
    return at;
  }

  #scanString(): void {
    const close = this.#text.indexOf('"', this.start + 1);
    if (close !== -1 && this.#isPlain(this.start + 1, close)) {
      this.end = close + 1;
    } else {
      this.#scanSpecialString();
    }
  }

  /** Whether nothing in the content of a string needs a closer look. */
  #isPlain(start: number, end: number): boolean {
    // A search for specials goes on to the next one, often through the hardware hash on the same line, and takes long there.
    if (end - start < shortString) return !this.#hasSpecial(start, end);
    const content = this.#text.slice(start, end);
    return (isVisibleAscii(content) && !content.includes('\\')) || end <= this.#specials.at(start);
  }

  #hasSpecial(start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code < 0x20 || code === backslash) return true;
    }
    return false;
  }

  #scanSpecialString(): void {
    const text = this.#text;
    let at = this.start + 1;
    for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(at)) {
      if (at >= text.length || isLineBreak(code)) {
        this.unclosed = true;
        break;
      }
      const step = code === backslash ? this.#escapeLength(at) : 1;
      if (step === 0) {
        this.#reportOnce('escape', { start: at, end: at + 1 });
      } else if (code < 0x20) {
        this.#reportOnce('control-character', { start: at, end: at + 1 });
      }
      at += Math.max(step, 1);
    }
    this.end = this.unclosed ? (this.#options.lastEnd?.(this.start) ?? at) : at + 1;
    if (this.unclosed) this.#reportOnce('unclosed-string', { start: this.start, end: this.end });
  }

  /** Reports the first fault of a string. */
  #reportOnce(fault: SyntaxFaultKind, span: Span): void {
    if (!this.faulty) this.#options.report(fault, span);
    this.faulty = true;
  }

  /** 0 if the backslash at `at` escapes nothing. */
  #escapeLength(at: number): number {
    this.#escaped = true;
    if (simpleEscapes.has(this.#text.charCodeAt(at + 1))) return 2;
    return /^u[0-9a-fA-F]{4}/.test(this.#text.slice(at + 1, at + 6)) ? 6 : 0;
  }

  #scanWord(): void {
    word.lastIndex = this.start;
    this.end = word.test(this.#text) ? word.lastIndex : this.start + 1;
    this.kind = kindOfWord(this.#text.slice(this.start, this.end));
  }
}

/** Strings of fewer characters are looked through one by one. */
const shortString = 100;

// oxlint-disable-next-line no-control-regex -- JSON refuses them inside strings
const special = /[\\\0-\x1f]/g;
const commentEnd = /\*\//g;
const word = /[^ \t\r\n{}[\]:,"/]+/y;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function kindOfWord(text: string): TokenKind {
  if (text === 'null') return 'null';
  if (text === 'true' || text === 'false') return 'boolean';
  return number.test(text) ? 'number' : 'word';
}

function isLineBreak(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}
