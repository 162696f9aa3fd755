import type { HardwareHash } from '../hash/hardwareHash.ts';
import type { Problem } from '../manifest/problem.ts';
import { batchIdBlank } from './batchIdBlank.ts';
import { batchIdForm } from './batchIdForm.ts';
import { batchLarge } from './batchLarge.ts';
import { boardReplaced } from './boardReplaced.ts';
import { customerIdForm } from './customerIdForm.ts';
import { devicesEmpty } from './devicesEmpty.ts';
import { duplicateDevice } from './duplicateDevice.ts';
import { groupTag } from './groupTag.ts';
import { hashAltered } from './hashAltered.ts';
import { hashDamaged } from './hashDamaged.ts';
import { hashIdentity } from './hashIdentity.ts';
import { hashMismatch } from './hashMismatch.ts';
import { hashNote } from './hashNote.ts';
import { hashUnrecognized } from './hashUnrecognized.ts';
import { identityMissing } from './identityMissing.ts';
import { paddedValue } from './paddedValue.ts';
import { placeholderIdentity } from './placeholderIdentity.ts';
import { policiesEmpty } from './policiesEmpty.ts';
import { productKeyForm } from './productKeyForm.ts';
import { propertyTwice } from './propertyTwice.ts';
import { propertyUnknown } from './propertyUnknown.ts';
import type { BatchRule, CrossRule, DeviceRule, ObjectRule } from './rule.ts';
import { deviceSchema, schema } from './schema.ts';
import { syntax } from './syntax.ts';
import { tupleSpelling } from './tupleSpelling.ts';

// Of two problems at one place the one whose rule is named first comes first.

export const batchRules: readonly BatchRule<Problem>[] = [
  syntax,
  schema,
  customerIdForm,
  batchIdBlank,
  batchIdForm,
  devicesEmpty,
];

export const objectRules: readonly ObjectRule<Problem>[] = [propertyTwice, propertyUnknown, groupTag];

/** About what only a device can have that has more than text fields, or something else in them. */
export const shapeRules: readonly DeviceRule<Problem>[] = [deviceSchema, policiesEmpty];

/** About the text fields of any device. */
export const textRules: readonly DeviceRule<Problem>[] = [
  identityMissing,
  paddedValue,
  placeholderIdentity,
  tupleSpelling,
  productKeyForm,
];

/** About a device with a hardware hash of this kind. */
export const hashRules: Readonly<Record<HardwareHash['is'], readonly DeviceRule<Problem>[]>> = {
  damaged: [hashDamaged],
  altered: [hashAltered],
  unrecognized: [hashUnrecognized],
  intact: [hashIdentity, hashMismatch],
};

export const crossRules: readonly CrossRule<Problem>[] = [batchLarge, hashNote, duplicateDevice, boardReplaced];
