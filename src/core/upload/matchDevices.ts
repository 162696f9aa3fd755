import {
  type DeviceIdentity,
  type ShownIdentity,
  contradicts,
  idKey,
  idKeys,
  productKeysOf,
  serialKeysOf,
} from './deviceIdentity.ts';
import { uniqueKeys } from './uniqueKeys.ts';

/**
 * By what an answer was found to be about a device. `hash` is an id inside its hardware hash, `serial-and-key` both ids
 * together where neither is unique, `position` nothing but its place in the list.
 */
export type MatchedBy = 'device-id' | 'serial-number' | 'product-key' | 'hash' | 'serial-and-key' | 'position';

export interface DeviceMatch {
  /** Position in the service's list. */
  readonly answer: number;
  readonly matchedBy: MatchedBy;
}

/** One way to recognise a device: the keys it may be shown under, the key of an answer, and what a match is called. */
interface Way {
  /** Each once. */
  readonly own: (device: DeviceIdentity) => readonly string[];
  readonly shown: (answer: ShownIdentity) => string | undefined;
  readonly matchedBy: (device: DeviceIdentity, key: string) => MatchedBy;
}

const serialNumber: Way = {
  own: serialKeysOf,
  shown: answer => idKey(answer.serialNumber),
  matchedBy: (device, key) => (idKey(device.serialNumber) === key ? 'serial-number' : 'hash'),
};

const productKey: Way = {
  own: productKeysOf,
  shown: answer => idKey(answer.productKey),
  matchedBy: (device, key) => (idKey(device.productKey) === key ? 'product-key' : 'hash'),
};

/** Surest first. */
const ways: readonly Way[] = [
  { own: device => idKeys([device.deviceId]), shown: answer => idKey(answer.deviceId), matchedBy: () => 'device-id' },
  serialNumber,
  productKey,
  {
    own: device => serialKeysOf(device).flatMap(serial => productKeysOf(device).map(key => pair(serial, key))),
    shown: answer => {
      const [serial, key] = [serialNumber.shown(answer), productKey.shown(answer)];
      return serial !== undefined && key !== undefined ? pair(serial, key) : undefined;
    },
    matchedBy: () => 'serial-and-key',
  },
];

/** An id that points from an answer to a device. */
interface Claim extends DeviceMatch {
  readonly device: number;
}

/**
 * Finds for each device of one request the answer that is about it, if that is certain.
 *
 * An id counts only where it occurs once among the devices and once among the answers. It matches if no other such id
 * points elsewhere from the same answer or to the same device, and nothing else shown contradicts it. Position counts only for the
 * answers of an ended job, if there are as many as devices, none contradicts the device at its place, and no id says
 * otherwise: the service does not promise an order.
 */
export function matchDevices(
  devices: readonly DeviceIdentity[],
  answers: readonly ShownIdentity[],
  ended: boolean,
): readonly (DeviceMatch | undefined)[] {
  const claims = ways.flatMap(way => claimsOf(way, devices, answers));
  const answerOf = onlyPartners(claims, ({ device, answer }) => [device, answer]);
  const deviceOf = onlyPartners(claims, ({ device, answer }) => [answer, device]);
  const matches = Array.from<DeviceMatch | undefined>({ length: devices.length });
  for (const { device, answer, matchedBy } of claims.toReversed()) {
    const single = answerOf.get(device) === answer && deviceOf.get(answer) === device;
    if (single && !contradicts(devices[device] ?? {}, answers[answer] ?? {})) {
      // The surest way comes last, and its name stays.
      matches[device] = { answer, matchedBy };
    }
  }
  return ended && isInOrder(devices, answers, claims)
    ? matches.map((match, answer) => match ?? { answer, matchedBy: 'position' })
    : matches;
}

function claimsOf(way: Way, devices: readonly DeviceIdentity[], answers: readonly ShownIdentity[]): readonly Claim[] {
  const deviceOf = uniqueKeys(devices, way.own);
  const answerOf = uniqueKeys(answers, answer => [way.shown(answer)].filter(key => key !== undefined));
  return [...answerOf].flatMap(([key, answer]) => {
    const device = deviceOf.get(key);
    return device === undefined ? [] : [{ device, answer, matchedBy: way.matchedBy(devices[device] ?? {}, key) }];
  });
}

/** For each first of the pairs its second; `undefined` where there are different ones. */
function onlyPartners(
  claims: readonly Claim[],
  pairOf: (claim: Claim) => readonly [first: number, second: number],
): ReadonlyMap<number, number | undefined> {
  const partners = new Map<number, number | undefined>();
  for (const [first, second] of claims.map(pairOf)) {
    partners.set(first, !partners.has(first) || partners.get(first) === second ? second : undefined);
  }
  return partners;
}

function isInOrder(
  devices: readonly DeviceIdentity[],
  answers: readonly ShownIdentity[],
  claims: readonly Claim[],
): boolean {
  return (
    answers.length === devices.length &&
    claims.every(({ device, answer }) => device === answer) &&
    devices.every((device, place) => !contradicts(device, answers[place] ?? {}))
  );
}

function pair(serial: string, key: string): string {
  return `${serial}\n${key}`;
}
