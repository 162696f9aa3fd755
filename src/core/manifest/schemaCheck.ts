import { type Check, type CheckError, checkBatch, checkDevice } from '#schemaCheck';

import { trimBlanks } from '../blanks.ts';
import { type JsonType, type JsonValue, isAbsent } from './jsonValue.ts';
import type { Device, Manifest, Property } from './manifest.ts';
import { type Span, openingOf } from './span.ts';

/** What the contract refuses. Names are in camelCase. */
export type SchemaFault =
  /** `name` is the property whose value it is; `undefined` for the root and for what stands in a list. */
  | {
      readonly kind: 'type';
      readonly name: string | undefined;
      readonly expected: readonly string[];
      readonly actual: JsonType | 'nothing';
    }
  | { readonly kind: 'value'; readonly name: string | undefined; readonly allowed: readonly string[] }
  /** An object without properties that it needs, or with absent ones. */
  | { readonly kind: 'missing'; readonly names: readonly string[] };

export interface LocatedSchemaFault {
  readonly fault: SchemaFault;
  readonly span: Span;
}

/** A value as the compiled contract gets it: names in camelCase, nothing absent, everything it need not look into empty. */
interface Sample {
  readonly value: unknown;
  readonly json: JsonValue;
  readonly properties: readonly Property[];
  /** By name, or by position in a list. */
  readonly parts: ReadonlyMap<string, Sample>;
}

/**
 * Runs the compiled contract over what is there; absent values are no faults here. One fault per value, those of the
 * batch before those of its devices.
 */
export function* schemaFaults({
  text,
  root,
  properties,
  devices,
  strays,
  syntaxFaults,
}: Manifest): Iterable<LocatedSchemaFault> {
  if (root === undefined) {
    const fault = { kind: 'type', name: undefined, expected: ['object'], actual: 'nothing' } as const;
    if (syntaxFaults.length === 0) yield { fault, span: { start: 0, end: text.length } };
    return;
  }
  const list = strays.map(json => sampleOf(json));
  yield* faultsIn(
    checkBatch,
    root.type === 'object' ? sampleOfObject(root, properties, { devices: list }) : sampleOf(root),
  );
  for (const device of devices) {
    yield* faultsIn(checkDevice, sampleOfDevice(device));
  }
}

function* faultsIn(check: Check, sample: Sample): Iterable<LocatedSchemaFault> {
  if (check(sample.value)) return;
  const byPart = Map.groupBy(check.errors ?? [], ({ instancePath }) => instancePath);
  for (const [pointer, errors] of byPart) {
    const path = pointer.split('/').slice(1);
    const part = path.reduce<Sample | undefined>((found, name) => found?.parts.get(name), sample);
    if (part !== undefined) yield faultOf(errors, part, path.at(-1));
  }
}

/** What a value fails, told once: a missing property, else the first thing. */
function faultOf(
  errors: readonly CheckError[],
  { json, properties }: Sample,
  step: string | undefined,
): LocatedSchemaFault {
  const names = errors.flatMap(({ params }) => texts(params['missingProperty']));
  if (names.length > 0) {
    const absent = properties.findLast(({ known }) => known !== undefined && names.includes(known));
    return { fault: { kind: 'missing', names }, span: absent?.value?.span ?? openingOf(json.span) };
  }
  const name = step === undefined || /^\d/.test(step) ? undefined : step;
  const allowed = errors.flatMap(({ params }) => texts(params['allowedValues']));
  if (allowed.length > 0) return { fault: { kind: 'value', name, allowed }, span: json.span };
  const expected = errors.flatMap(({ params }) => texts(params['type'])).filter(type => type !== 'null');
  return { fault: { kind: 'type', name, expected, actual: json.type }, span: json.span };
}

function texts(param: unknown): readonly string[] {
  return [param].flat().filter(item => typeof item === 'string');
}

function sampleOfDevice({ span, properties, policyEntries }: Device): Sample {
  const policies = policyEntries.map(({ json, properties: members }) =>
    json.type === 'object' ? sampleOfObject(json, members, {}) : sampleOf(json),
  );
  return sampleOfObject({ type: 'object', span }, properties, { policies });
}

/** `lists` holds what stands in the arrays among the properties. */
function sampleOfObject(
  json: JsonValue,
  properties: readonly Property[],
  lists: Readonly<Record<string, readonly Sample[]>>,
): Sample {
  const parts = new Map<string, Sample>();
  for (const { known, value } of properties) {
    if (known === undefined || value === undefined) continue;
    const list = value.type === 'array' && Object.hasOwn(lists, known) ? lists[known] : undefined;
    parts.set(known, list === undefined ? sampleOf(value) : sampleOfList(value, list));
    if (isAbsent(value)) parts.delete(known);
  }
  const value = Object.fromEntries([...parts].map(([name, part]) => [name, part.value]));
  return { value, json, properties, parts };
}

function sampleOfList(json: JsonValue, items: readonly Sample[]): Sample {
  const parts = new Map(items.map((item, index) => [String(index), item]));
  return { value: items.map(({ value }) => value), json, properties: [], parts };
}

function sampleOf(json: JsonValue): Sample {
  const value = json.type === 'string' ? trimBlanks(json.text) : emptyValues[json.type];
  return { value, json, properties: [], parts: new Map() };
}

const emptyValues = { number: 0, boolean: false, null: null, object: {}, array: [] } as const;
