import { lowerBound } from './lowerBound.ts';
import type { Device, Manifest, Property } from './manifest.ts';
import type { ManifestObject } from './manifestObjects.ts';
import type { Span } from './span.ts';

/** A property and the object it belongs to. */
export interface LocatedProperty {
  readonly property: Property;
  readonly owner: ManifestObject;
  /** The device that it belongs to, or whose policy it belongs to. */
  readonly device: Device | undefined;
}

/** The device that stands at an offset of the text; `undefined` if there is none that could be read. */
export function deviceAt({ devices }: Manifest, offset: number): Device | undefined {
  const device = devices[lowerBound(devices.length, position => (devices[position]?.span.end ?? 0) <= offset)];
  return device !== undefined && contains(device.span, offset) ? device : undefined;
}

/** The property at an offset of the text, from its name to the end of its value; the innermost one. */
export function propertyAt(manifest: Manifest, offset: number): LocatedProperty | undefined {
  const device = deviceAt(manifest, offset);
  for (const owner of ownersAt(manifest, device, offset)) {
    const property = owner.properties.find(one => contains(spanOf(one), offset));
    if (property !== undefined) return { property, owner, device };
  }
  return undefined;
}

/** From the name to the end of the value. */
export function spanOf({ nameSpan, value }: Property): Span {
  return { start: nameSpan.start, end: value.span.end };
}

/** The objects around an offset, innermost first. */
function* ownersAt(manifest: Manifest, device: Device | undefined, offset: number): Iterable<ManifestObject> {
  if (device !== undefined) {
    const entry = device.policyEntries.find(({ json }) => contains(json.span, offset));
    if (entry !== undefined) yield { place: 'policy', span: entry.json.span, properties: entry.properties };
    yield { place: 'device', span: device.span, properties: device.properties };
  }
  yield { place: 'batch', span: manifest.span, properties: manifest.properties };
}

function contains({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}
