import type { Span } from './span.ts';

/** Why a text is not JSON. */
export type SyntaxFaultKind =
  | 'name-expected'
  | 'colon-expected'
  | 'value-expected'
  | 'comma-expected'
  | 'opening-brace-expected'
  | 'closing-brace-expected'
  | 'closing-bracket-expected'
  /** A bracket that opens or closes nothing. */
  | 'bracket-unexpected'
  | 'end-expected'
  | 'unclosed-string'
  | 'unclosed-comment'
  /** A control character inside a string. */
  | 'control-character'
  /** A backslash that escapes nothing. */
  | 'escape'
  /** In a `json` document, which allows none. */
  | 'comment'
  /** In a `json` document, which allows none. */
  | 'trailing-comma';

export interface SyntaxFault {
  readonly kind: SyntaxFaultKind;
  /** What is wrong, or what stands where something else was expected; at the end of the text the last token before it. */
  readonly span: Span;
}
