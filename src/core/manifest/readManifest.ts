import { drain } from './drain.ts';
import { fieldOf } from './field.ts';
import { type ItemSink, JsonReader, type ReadEntry, type ReadProperty } from './jsonReader.ts';
import type { Device, Field, Manifest, ManifestFrame, PolicyEntry, Property } from './manifest.ts';
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
  const devices = new DeviceList();
  const frame = yield* readFrameInSteps(text, language, devices);
  return { ...frame, devices: devices.items };
}

/** Reads all of a manifest but its devices, which `devices` takes as they are read, with pauses. */
export function* readFrameInSteps(
  text: string,
  language: ManifestLanguage,
  devices: ItemSink,
): Generator<void, ManifestFrame> {
  const isJsonc = language === 'jsonc';
  const reader = new JsonReader(text, { comments: isJsonc, trailingCommas: isJsonc, items: devices });
  const root = yield* reader.read(batch);
  const read = root?.properties ?? [];
  const list = last(read, 'devices')?.list;
  if (list === undefined) devices.begin();
  const properties = withoutLists(read);
  return {
    text,
    root: root?.json,
    span: root?.json.span ?? { start: 0, end: text.length },
    intact: root !== undefined && root.json.type === 'object' && root.intact,
    properties,
    ...batchFields(properties),
    strays: list?.entries.map(({ json }) => json) ?? [],
    deviceCount: list?.objectCount ?? 0,
    syntaxFaults: reader.faults.toSorted((a, b) => a.span.start - b.span.start),
  };
}

/** Keeps the devices of a manifest. */
class DeviceList implements ItemSink {
  items: Device[] = [];

  begin(): void {
    this.items = [];
  }

  take(entry: ReadEntry): void {
    this.items.push(deviceOf(entry));
  }
}

/** What the batch's properties say; of a property written twice the last one counts. */
export function batchFields(
  properties: readonly Property[],
): Pick<Manifest, 'customerId' | 'batchId' | 'devicesProperty'> {
  return {
    customerId: lastField(properties, 'customerId'),
    batchId: lastField(properties, 'batchId'),
    devicesProperty: last(properties, 'devices'),
  };
}

/** Lists would keep what stands in them a second time. */
function withoutLists(properties: readonly ReadProperty[]): readonly Property[] {
  return properties.some(({ list }) => list !== undefined)
    ? properties.map(({ name, known, nameSpan, value }) => ({ name, known, nameSpan, value }))
    : properties;
}

/** A device from what was read. */
export function deviceOf({ index, json, properties: read }: ReadEntry): Device {
  const policyEntries = last(read, 'policies')?.list?.entries.map(policyEntryOf) ?? [];
  const properties = withoutLists(read);
  const policies = last(properties, 'policies');
  return { index, span: json.span, properties, fields: fieldsOf(properties), policies, policyEntries };
}

function fieldsOf(properties: readonly Property[]): Device['fields'] {
  const fields: Partial<Record<keyof Device['fields'], Field>> = {};
  for (const name of deviceTextFields) {
    const field = lastField(properties, name);
    if (field !== undefined) fields[name] = field;
  }
  return fields;
}

function policyEntryOf({ json, properties }: ReadEntry): PolicyEntry {
  return {
    json,
    properties: withoutLists(properties),
    key: lastField(properties, 'key'),
    value: lastField(properties, 'value'),
  };
}

function last<P extends Property>(properties: readonly P[], known: string): P | undefined {
  return properties.findLast(property => property.known === known);
}

function lastField(properties: readonly Property[], known: string): Field | undefined {
  const property = last(properties, known);
  return property && fieldOf(property.nameSpan, property.value);
}
