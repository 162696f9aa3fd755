import type { Device, ManifestFrame, Property } from './manifest.ts';
import type { Place } from './names.ts';
import type { Span } from './span.ts';

/** An object whose properties mean something to us. */
export interface ManifestObject {
  readonly place: Place;
  readonly span: Span;
  readonly properties: readonly Property[];
}

/** The root, if it is an object; what stands in it is not among it. */
export function rootObjects({ root, span, properties }: ManifestFrame): readonly ManifestObject[] {
  return root?.type === 'object' ? [{ place: 'batch', span, properties }] : [];
}

/** The device and its policies, in reading order of their opening braces. */
export function deviceObjects({ span, properties, policyEntries }: Device): readonly ManifestObject[] {
  return [
    { place: 'device', span, properties },
    ...policyEntries.map(
      ({ json, properties: members }) => ({ place: 'policy', span: json.span, properties: members }) as const,
    ),
  ];
}
