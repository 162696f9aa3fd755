import type { Manifest, Property } from './manifest.ts';
import type { Place } from './names.ts';
import type { Span } from './span.ts';

/** An object whose properties mean something to us. */
export interface ManifestObject {
  readonly place: Place;
  readonly span: Span;
  readonly properties: readonly Property[];
}

/** The root, each device, each policy, in reading order of their opening braces. */
export function* manifestObjects(manifest: Manifest): Iterable<ManifestObject> {
  if (manifest.root?.type === 'object') {
    yield { place: 'batch', span: manifest.span, properties: manifest.properties };
  }
  for (const { span, properties, policyEntries } of manifest.devices) {
    yield { place: 'device', span, properties };
    for (const { json, properties: members } of policyEntries) {
      yield { place: 'policy', span: json.span, properties: members };
    }
  }
}
