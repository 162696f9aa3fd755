import { type Answer, fault } from './answer.ts';
import { membersOf } from './members.ts';

const textNames = ['serialNumber', 'productKey', 'hardwareHash', 'oemManufacturerName', 'modelName'] as const;

/** A device as it was sent; text that is `null` or blank is absent. */
export type SubmittedDevice = { readonly [name in (typeof textNames)[number]]?: string } & {
  readonly policies?: readonly SubmittedPolicy[];
};

interface SubmittedPolicy {
  readonly key: string;
  readonly value: string | null;
}

/** Thrown for a body that the service refuses whole. */
export class RefusedBody extends Error {
  override readonly name = 'RefusedBody';
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`Refused with status ${answer.status}`);
    this.answer = answer;
  }
}

/**
 * Reads the devices of a create or append body. Members that only the service sets are ignored, and so are unknown ones.
 *
 * @throws {RefusedBody} for anything but a list with at least one device; for a text member of another type; and, as the
 * service does (microsoft/Partner-Center-PowerShell, 271), with status 500 for an empty list of policies.
 */
export function submittedDevicesOf(value: unknown): readonly SubmittedDevice[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new RefusedBody(fault(400, '800002', 'Invalid request input: a list of at least one device is required.'));
  }
  return value.map(submittedDeviceOf);
}

function submittedDeviceOf(value: unknown): SubmittedDevice {
  const members = membersOf(value);
  if (members === undefined) {
    throw invalidProperty('Devices');
  }
  const policies = policiesOf(members.get('policies') ?? undefined);
  const texts = textNames.flatMap(name => {
    const text = textOf(members.get(name.toLowerCase()) ?? undefined, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return { ...Object.fromEntries(texts), ...(policies && { policies }) };
}

function textOf(value: unknown, name: string): string | undefined {
  if (value !== undefined && typeof value !== 'string') {
    throw invalidProperty(name);
  }
  return value === undefined || value.trim() === '' ? undefined : value;
}

function policiesOf(value: unknown): readonly SubmittedPolicy[] | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (!Array.isArray(value)) {
    throw invalidProperty('Policies');
  }
  if (value.length === 0) {
    throw new RefusedBody(fault(500, '800003', 'Sequence contains no matching element'));
  }
  return value.map(entry => {
    const members = membersOf(entry);
    const key = textOf(members?.get('key') ?? undefined, 'Policies');
    if (key === undefined) {
      throw invalidProperty('Policies');
    }
    return { key, value: textOf(members?.get('value') ?? undefined, 'Policies') ?? null };
  });
}

function invalidProperty(name: string): RefusedBody {
  return new RefusedBody(fault(400, '3000', `Invalid property: ${name}.`));
}
