import { trimBlanks } from '../blanks.ts';
import { drain } from './drain.ts';
import { JsonReader, type ReadEntry, type ReadProperty } from './jsonReader.ts';
import { type JsonValue, isAbsent } from './jsonValue.ts';
import type { Device, Field, Manifest, PolicyEntry, Property } from './manifest.ts';
import type { ObjectShape } from './objectShape.ts';
import { deviceTextFields } from './manifest.ts';

export type ManifestLanguage = 'json' | 'jsonc';

const policy: ObjectShape = { place: 'policy', lists: {} };
const device: ObjectShape = { place: 'device', lists: { policies: policy } };
const batch: ObjectShape = { place: 'batch', lists: { devices: device } };

/** Reads what can be read of a manifest, whatever the text is. `jsonc` allows comments and trailing commas. */
export function readManifest(text: string, language: ManifestLanguage): Manifest {
  return drain(readManifestInSteps(text, language));
}

/** {@link readManifest}, with pauses that let a host do other things meanwhile. */
export function* readManifestInSteps(text: string, language: ManifestLanguage): Generator<void, Manifest> {
  const isJsonc = language === 'jsonc';
  const reader = new JsonReader(text, { comments: isJsonc, trailingCommas: isJsonc });
  const root = yield* reader.read(batch);
  const read = root?.properties ?? [];
  const list = last(read, 'devices')?.list;
  const entries = list?.entries ?? [];
  const properties = withoutLists(read);
  return {
    text,
    root: root?.json,
    span: root?.json.span ?? { start: 0, end: text.length },
    intact: root !== undefined && root.json.type === 'object' && root.intact,
    properties,
    ...batchFields(properties),
    devices: yield* devicesOf(entries),
    strays: entries.map(({ json }) => json).filter(({ type }) => type !== 'object'),
    deviceCount: list?.objectCount ?? 0,
    syntaxFaults: reader.faults.toSorted((a, b) => a.span.start - b.span.start),
  };
}

/** What the batch's properties say; of a property written twice the last one counts. */
export function batchFields(
  properties: readonly Property[],
): Pick<Manifest, 'customerId' | 'batchId' | 'devicesProperty'> {
  return {
    customerId: fieldOf(last(properties, 'customerId')),
    batchId: fieldOf(last(properties, 'batchId')),
    devicesProperty: last(properties, 'devices'),
  };
}

/** Lists would keep what stands in them a second time. */
function withoutLists(properties: readonly ReadProperty[]): readonly Property[] {
  return properties.some(({ list }) => list !== undefined)
    ? properties.map(({ name, known, nameSpan, value }) => ({ name, known, nameSpan, value }))
    : properties;
}

/** How many devices are put together between two pauses. */
const devicesPerStep = 64;

function* devicesOf(entries: readonly ReadEntry[]): Generator<void, readonly Device[]> {
  const devices: Device[] = [];
  for (const entry of entries) {
    if (entry.json.type === 'object') devices.push(deviceOf(entry));
    if (entry.index % devicesPerStep === 0) yield;
  }
  return devices;
}

function deviceOf({ index, json, properties: read }: ReadEntry): Device {
  const policyEntries = last(read, 'policies')?.list?.entries.map(policyEntryOf) ?? [];
  const properties = withoutLists(read);
  const policies = last(properties, 'policies');
  return { index, span: json.span, properties, fields: fieldsOf(properties), policies, policyEntries };
}

function fieldsOf(properties: readonly Property[]): Device['fields'] {
  const fields: Partial<Record<keyof Device['fields'], Field>> = {};
  for (const name of deviceTextFields) {
    const field = fieldOf(last(properties, name));
    if (field !== undefined) fields[name] = field;
  }
  return fields;
}

function policyEntryOf({ json, properties }: ReadEntry): PolicyEntry {
  return {
    json,
    properties: withoutLists(properties),
    key: fieldOf(last(properties, 'key')),
    value: fieldOf(last(properties, 'value')),
  };
}

function last<P extends Property>(properties: readonly P[], known: string): P | undefined {
  return properties.findLast(property => property.known === known);
}

function fieldOf(property: Property | undefined): Field | undefined {
  if (property === undefined) return undefined;
  const { nameSpan, value } = property;
  return { nameSpan, span: value.span, ...contentOf(value) };
}

function contentOf(value: JsonValue) {
  if (isAbsent(value)) return { is: 'absent' } as const;
  if (value.type !== 'string') return { is: 'mistyped' } as const;
  return { is: 'text', raw: value.text, text: trimBlanks(value.text) } as const;
}
