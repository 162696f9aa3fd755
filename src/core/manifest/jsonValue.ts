import { trimBlanks } from '../blanks.ts';
import type { Span } from './span.ts';

export type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array';

/**
 * A value in a document and where it stands.
 *
 * What an object or array contains is known to whoever reads it (a manifest its devices, a device its policies); what
 * nobody reads is only checked for its syntax.
 */
export type JsonValue = { readonly span: Span } & (
  | { readonly type: 'string'; /** Escapes decoded. */ readonly text: string }
  | { readonly type: Exclude<JsonType, 'string'> }
);

/** `null`, `""` and blanks mean that there is no value. */
export function isAbsent(value: JsonValue): boolean {
  return value.type === 'null' || (value.type === 'string' && trimBlanks(value.text) === '');
}
