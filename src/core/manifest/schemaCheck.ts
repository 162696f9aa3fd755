import { type Check, type CheckError, checkBatch, checkDevice } from '#schemaCheck';

import { type JsonType, type JsonValue, isAbsent } from './jsonValue.ts';
import type { Device, ManifestFrame, Property } from './manifest.ts';
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

/** A value of the manifest and what stands in it that the contract looks into. */
interface Part {
  readonly json: JsonValue;
  readonly properties: readonly Property[];
  /** What stands in `policies`, or in the list that this is. */
  readonly items: readonly Part[];
}

/**
 * Runs the compiled contract over the batch and what stands among its devices without being one; absent values are no
 * faults here. One fault per value.
 */
export function* schemaFaultsOfBatch(manifest: ManifestFrame): Iterable<LocatedSchemaFault> {
  const { root, properties, strays, syntaxFaults, span } = manifest;
  if (root === undefined) {
    const fault = { kind: 'type', name: undefined, expected: ['object'], actual: 'nothing' } as const;
    if (syntaxFaults.length === 0) yield { fault, span };
    return;
  }
  yield* faultsIn(checkBatch, { json: root, properties, items: [] });
  for (const json of strays) {
    yield* faultsIn(checkDevice, { json, properties: [], items: [] });
  }
}

/** The same for a device. */
export function schemaFaultsOfDevice(device: Device): Iterable<LocatedSchemaFault> {
  return faultsIn(checkDevice, partOf(device));
}

function partOf({ span, properties, policyEntries }: Device): Part {
  return { json: { type: 'object', span }, properties, items: policyEntries.map(entry => ({ ...entry, items: [] })) };
}

function* faultsIn(check: Check, part: Part): Iterable<LocatedSchemaFault> {
  if (check(valueOf(part))) return;
  const byPointer = Map.groupBy(check.errors ?? [], ({ instancePath }) => instancePath);
  for (const [pointer, errors] of byPointer) {
    const path = pointer.split('/').slice(1);
    const inner = path.reduce(partAt, part);
    yield faultOf(errors, inner, path.at(-1));
  }
}

/** The part as the contract gets it: names in camelCase, nothing absent, what it need not look into empty. */
function valueOf({ json, properties, items }: Part): unknown {
  if (json.type === 'array') return items.map(valueOf);
  if (json.type !== 'object') return plainValue(json);
  const value: Record<string, unknown> = {};
  for (const { known, value: inner } of properties) {
    if (known === undefined) continue;
    const isList = inner.type === 'array' && known === 'policies';
    value[known] = isAbsent(inner) ? undefined : isList ? items.map(valueOf) : plainValue(inner);
  }
  return value;
}

function plainValue(json: JsonValue): unknown {
  return json.type === 'string' ? json.text : emptyValues[json.type];
}

const emptyValues = { number: 0, boolean: false, null: null, object: {}, array: [] } as const;

/** What stands in `part` under a name or at a position. */
function partAt(part: Part, step: string): Part {
  const item = part.json.type === 'array' ? part.items[Number(step)] : undefined;
  const json = part.properties.findLast(({ known }) => known === step)?.value;
  return item ?? { json: json ?? part.json, properties: [], items: part.items };
}

/** What a value fails, told once: missing properties, else the first thing. */
function faultOf(
  errors: readonly CheckError[],
  { json, properties }: Part,
  step: string | undefined,
): LocatedSchemaFault {
  const names = errors.flatMap(({ params }) => texts(params['missingProperty']));
  if (names.length > 0) {
    const absent = properties.findLast(({ known }) => known !== undefined && names.includes(known));
    return { fault: { kind: 'missing', names }, span: absent?.value.span ?? openingOf(json.span) };
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
