import type { Device } from './manifest.ts';
import { type ManifestLanguage, readManifest } from './readManifest.ts';

/** A part of a list of devices: from behind one of them, or the opening bracket, up to the next one, or the closing bracket. */
export interface ListStretch {
  readonly text: string;
  /** Whether a device stands before it. */
  readonly isFollowing: boolean;
  /** Whether a device stands behind it. */
  readonly isFollowed: boolean;
}

export interface ReadStretch {
  /** As they stand in some text of which the stretch is a part. */
  readonly devices: readonly Device[];
  /** Where in that text the stretch starts. */
  readonly start: number;
}

/**
 * Reads the devices of a stretch, and takes for sound what is not in it. `undefined` unless the stretch is sound too, whatever
 * stands around it, and holds nothing but devices.
 */
export function readStretch(
  { text, isFollowing, isFollowed }: ListStretch,
  language: ManifestLanguage,
): ReadStretch | undefined {
  const before = isFollowing ? '{"devices":[{}' : '{"devices":[';
  const behind = isFollowed ? '{}]}' : ']}';
  const { properties, devices, strays, syntaxFaults } = readManifest(before + text + behind, language);
  // A stretch that ends the list may begin another: then there is a second property.
  const isSound = syntaxFaults.length === 0 && strays.length === 0 && properties.length === 1;
  return isSound
    ? { devices: devices.slice(isFollowing ? 1 : 0, isFollowed ? -1 : undefined), start: before.length }
    : undefined;
}
