import { trimBlanks } from '../blanks.ts';
import { type JsonValue, isAbsent } from './jsonValue.ts';
import type { Field } from './manifest.ts';
import type { Span } from './span.ts';

/** A property's value as the rules see it. */
export function fieldOf(nameSpan: Span, value: JsonValue): Field {
  const { span } = value;
  if (value.type === 'string') return textFieldOf(nameSpan, span, value.text);
  return isAbsent(value) ? { nameSpan, span, is: 'absent' } : { nameSpan, span, is: 'mistyped' };
}

/** The same for a text. */
export function textFieldOf(nameSpan: Span, span: Span, raw: string): Field {
  const text = trimBlanks(raw);
  return text === '' ? { nameSpan, span, is: 'absent' } : { nameSpan, span, is: 'text', raw, text };
}
