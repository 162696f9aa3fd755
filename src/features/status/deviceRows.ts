import { plainText } from '../../platform/plainText.ts';
import type { DeviceRow, Explanation } from '../../webview/protocol.ts';
import type { DeviceStanding } from './deviceStandings.ts';
import { reasonWords } from './reasonWords.ts';

/** A device to show. Its texts are foreign. */
export interface ShownDevice extends DeviceStanding {
  readonly serial: string | undefined;
  readonly model: string | undefined;
}

export interface DeviceTable {
  readonly devices: readonly DeviceRow[];
  readonly explanations: readonly Explanation[];
}

/** The table's rows, numbered from 1, and what they say: thousands of devices fail for a handful of reasons. */
export function deviceRows(devices: readonly ShownDevice[]): DeviceTable {
  const places = new Map<string, number>();
  const explanations: Explanation[] = [];
  const placeOf = (why: NonNullable<DeviceStanding['why']>): number => {
    const key = JSON.stringify(why);
    const place = places.get(key) ?? explanations.push(reasonWords(why)) - 1;
    places.set(key, place);
    return place;
  };
  const rows = devices.map(({ serial, model, status, byPosition, why }, index): DeviceRow => {
    const row = {
      number: index + 1,
      serial: plainText(serial ?? ''),
      model: plainText(model ?? ''),
      status,
      byPosition,
    };
    return why === undefined ? row : { ...row, explanation: placeOf(why) };
  });
  return { devices: rows, explanations };
}
