import type { CheckOptions } from './checkOptions.ts';
import { drain } from './drain.ts';
import { DeviceCollector } from './deviceCollector.ts';
import type { DeviceTable } from './deviceTable.ts';
import { readFrameInSteps } from './readManifest.ts';

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
  readonly devices: DeviceTable;
  /** Where in that text the stretch starts. */
  readonly start: number;
}

/**
 * Reads and checks the devices of a stretch, and takes for sound what is not in it. `undefined` unless the stretch is sound too, whatever
 * stands around it, and holds nothing but devices.
 */
export function readStretch(
  { text, isFollowing, isFollowed }: ListStretch,
  options: CheckOptions,
): ReadStretch | undefined {
  const before = isFollowing ? '{"devices":[{}' : '{"devices":[';
  const behind = isFollowed ? '{}]}' : ']}';
  const whole = before + text + behind;
  const collector = new DeviceCollector(whole, options);
  const { properties, strays, syntaxFaults } = drain(readFrameInSteps(whole, options.language, collector));
  // A stretch that ends the list may begin another: then there is a second property.
  const isSound = syntaxFaults.length === 0 && strays.length === 0 && properties.length === 1;
  if (!isSound) return undefined;
  const devices = collector.table;
  if (isFollowing) devices.drop(0);
  if (isFollowed) devices.drop(devices.length - 1);
  return { devices, start: before.length };
}
