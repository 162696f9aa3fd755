/** What can go wrong between a device and its registration, as data. The words for every `id` and step are the host's. */

/** Who says so: the documentation of this very service, Microsoft's pages about its relatives, or people who met it. */
export type ErrorSource = 'service' | 'microsoft' | 'seen';

/** What to do about it. */
export type NextStep =
  | 'add-identity'
  | 'add-permission'
  | 'add-redirect-uri'
  | 'allow-public-client'
  | 'ask-administrator'
  | 'ask-for-role'
  | 'change-password'
  | 'check-batch'
  | 'check-client-id'
  | 'check-cloud'
  | 'check-customer'
  | 'check-enrolment'
  | 'check-manifest'
  | 'check-network'
  | 'check-policy'
  | 'check-tenant'
  | 'collect-hash'
  | 'complete-mfa'
  | 'consent'
  | 'delete-entra-device'
  | 'have-device-released'
  | 'none'
  | 'register-application'
  | 'remove-duplicate'
  | 'report'
  | 'sign-in-again'
  | 'start-emulator'
  | 'try-later'
  | 'upload-hash'
  | 'use-managed-device'
  | 'use-partner-account';

interface Entry {
  /** Stable and unique within its table. */
  readonly id: string;
  readonly source: ErrorSource;
  readonly nextStep: NextStep;
}

/** An answer about one device: `errorCode` and `errorDescription` of DeviceUploadDetails. */
export interface DeviceErrorEntry extends Entry {
  readonly code?: string;
  readonly name: string;
}

/** An answer to a request. The same code means different things under different statuses, so both are the key. */
export interface ServiceErrorEntry extends Entry {
  /** Without it the status was never recorded and any will do. */
  readonly status?: number;
  readonly code?: string;
  /** In place of a code: lower-case words that the service's text contains. */
  readonly text?: string;
}

/** An answer of Microsoft Entra: the number of `AADSTS<number>`. */
export interface SignInErrorEntry extends Entry {
  readonly codes: readonly number[];
}

/**
 * Error 808: Partner Center REST, "Get the status of a device batch upload". The others come from the same directory
 * service behind it: Microsoft's pages on adding Autopilot devices and on errors 806 and 808, a draft page of Microsoft
 * Managed Desktop on device registration, and oofhours.com (2019-07-07). No page explains 804, 805 or 815–820 as an answer.
 */
export const deviceErrors = [
  { id: 'storage', code: '640', name: 'StorageError', source: 'seen', nextStep: 'try-later' },
  { id: 'request-body', code: '801', name: 'InvalidZtdRequestBody', source: 'microsoft', nextStep: 'report' },
  { id: 'hash-invalid', code: '802', name: 'InvalidZtdHardwareHash', source: 'microsoft', nextStep: 'collect-hash' },
  {
    id: 'identity-missing',
    code: '803',
    name: 'MissingZtdSerialNumberAndProductKey',
    source: 'microsoft',
    nextStep: 'add-identity',
  },
  { id: 'already-registered', code: '806', name: 'ZtdDeviceAlreadyAssigned', source: 'microsoft', nextStep: 'none' },
  {
    id: 'not-registered',
    code: '807',
    name: 'ZtdDeviceIsNotRegistered',
    source: 'microsoft',
    nextStep: 'check-customer',
  },
  {
    id: 'other-tenant',
    code: '808',
    name: 'ZtdDeviceAssignedToOtherTenant',
    source: 'service',
    nextStep: 'have-device-released',
  },
  {
    id: 'policy-unknown',
    code: '809',
    name: 'ZtdProfileIsNotRegistered',
    source: 'microsoft',
    nextStep: 'check-policy',
  },
  {
    id: 'policy-of-other-tenant',
    code: '810',
    name: 'ZtdProfileAssignedToOtherTenant',
    source: 'microsoft',
    nextStep: 'check-policy',
  },
  {
    id: 'registered-by-other-tenant',
    code: '811',
    name: 'ZtdDeviceRegisteredByOtherTenant',
    source: 'microsoft',
    nextStep: 'have-device-released',
  },
  { id: 'not-found', code: '812', name: 'ZtdDeviceNotFound', source: 'microsoft', nextStep: 'upload-hash' },
  { id: 'not-unique', code: '813', name: 'ZtdDeviceIsNotUnique', source: 'microsoft', nextStep: 'upload-hash' },
  {
    id: 'entra-device-exists',
    code: '814',
    name: 'ZtdDeviceAlreadyAadRegistered',
    source: 'microsoft',
    nextStep: 'delete-entra-device',
  },
  { id: 'hash-not-4k', name: 'HashNot4k', source: 'microsoft', nextStep: 'collect-hash' },
  { id: 'duplicate', name: 'ZtdDeviceDuplicated', source: 'microsoft', nextStep: 'remove-duplicate' },
  {
    id: 'other-tenant',
    name: 'ZtdDeviceAssignedToAnotherTenant',
    source: 'microsoft',
    nextStep: 'have-device-released',
  },
  { id: 'already-deleted', name: 'ZtdDeviceAlreadyDeleted', source: 'seen', nextStep: 'none' },
  { id: 'hash-invalid', name: 'ZtdDeviceBadHardwareHash', source: 'seen', nextStep: 'collect-hash' },
] as const satisfies readonly DeviceErrorEntry[];

/**
 * Partner Center REST, "Partner Center REST error codes", unless `seen`. MFA: Microsoft's announcement that Partner
 * Center enforces it from 2026 on (900421), and the text and code of the enforcement before (10001).
 */
export const serviceErrors = [
  { id: 'access-denied', status: 401, code: '400', source: 'service', nextStep: 'sign-in-again' },
  { id: 'token-missing', status: 401, code: '800001', source: 'service', nextStep: 'sign-in-again' },
  { id: 'wrong-audience', status: 401, code: '900420', source: 'microsoft', nextStep: 'report' },
  { id: 'mfa-required', status: 401, code: '900421', source: 'microsoft', nextStep: 'complete-mfa' },
  { id: 'mfa-required', status: 401, code: '10001', source: 'seen', nextStep: 'complete-mfa' },
  { id: 'mfa-required', status: 401, text: 'mfa required', source: 'microsoft', nextStep: 'complete-mfa' },
  { id: 'not-authorized', code: '1002', source: 'seen', nextStep: 'ask-for-role' },
  { id: 'access-denied-to-customer', status: 403, code: '2032', source: 'service', nextStep: 'ask-for-role' },
  { id: 'no-relationship', status: 403, code: '20002', source: 'service', nextStep: 'check-customer' },
  { id: 'programme-inactive', status: 403, code: '900149', source: 'service', nextStep: 'check-enrolment' },
  { id: 'role-lacks-right', status: 403, code: '900150', source: 'service', nextStep: 'ask-for-role' },
  { id: 'privileges-missing', status: 403, code: '900308', source: 'seen', nextStep: 'ask-for-role' },
  { id: 'conditional-access', status: 403, code: '900309', source: 'seen', nextStep: 'ask-administrator' },
  { id: 'application-token', status: 403, code: '900329', source: 'seen', nextStep: 'report' },
  { id: 'token-not-issued', status: 403, code: '90000', source: 'seen', nextStep: 'sign-in-again' },
  { id: 'not-found', status: 404, code: '1000', source: 'service', nextStep: 'check-batch' },
  { id: 'user-unknown', status: 404, code: '60002', source: 'service', nextStep: 'use-partner-account' },
  { id: 'customer-unknown', status: 404, code: '60003', source: 'service', nextStep: 'check-customer' },
  { id: 'customer-id-invalid', status: 400, code: '900118', source: 'service', nextStep: 'check-customer' },
  { id: 'property-invalid', status: 400, code: '3000', source: 'service', nextStep: 'check-manifest' },
  { id: 'input-invalid', status: 400, code: '800002', source: 'service', nextStep: 'check-manifest' },
  { id: 'input-invalid', status: 400, code: '400056', source: 'service', nextStep: 'check-manifest' },
  { id: 'enum-unreadable', status: 400, code: '900126', source: 'service', nextStep: 'check-manifest' },
  { id: 'not-in-this-environment', status: 400, code: '900127', source: 'service', nextStep: 'check-cloud' },
  { id: 'not-supported', status: 400, code: '900141', source: 'service', nextStep: 'check-cloud' },
  { id: 'etag-outdated', status: 400, code: '2055', source: 'service', nextStep: 'report' },
  { id: 'search-unsupported', status: 400, code: '2000', source: 'seen', nextStep: 'report' },
  { id: 'unexpected', status: 500, code: '800003', source: 'service', nextStep: 'try-later' },
  {
    id: 'policies-empty',
    status: 500,
    text: 'sequence contains no matching element',
    source: 'seen',
    nextStep: 'check-policy',
  },
  { id: 'not-defined', status: 501, code: '0', source: 'service', nextStep: 'report' },
] as const satisfies readonly ServiceErrorEntry[];

/** Microsoft identity platform, "Microsoft Entra authentication and authorization error codes". */
export const signInErrors = [
  { id: 'consent-missing', codes: [65001, 90008, 9002341], source: 'microsoft', nextStep: 'consent' },
  { id: 'consent-declined', codes: [65004], source: 'microsoft', nextStep: 'consent' },
  { id: 'administrator-consent', codes: [90094, 90095, 90099], source: 'microsoft', nextStep: 'ask-administrator' },
  { id: 'own-application-needed', codes: [65002], source: 'microsoft', nextStep: 'register-application' },
  {
    id: 'permission-not-listed',
    codes: [65005, 650056, 650057],
    source: 'microsoft',
    nextStep: 'add-permission',
  },
  {
    id: 'partner-center-not-in-tenant',
    codes: [50001, 500011, 650052, 650054],
    source: 'microsoft',
    nextStep: 'check-tenant',
  },
  { id: 'redirect-uri', codes: [50011, 70004, 900971], source: 'microsoft', nextStep: 'add-redirect-uri' },
  { id: 'public-client', codes: [7000218], source: 'microsoft', nextStep: 'allow-public-client' },
  { id: 'application-unknown', codes: [700011, 700016], source: 'microsoft', nextStep: 'check-client-id' },
  { id: 'application-disabled', codes: [70001, 7000112, 1000031], source: 'microsoft', nextStep: 'ask-administrator' },
  { id: 'tenant-unknown', codes: [50059, 50128, 90002, 90019], source: 'microsoft', nextStep: 'check-tenant' },
  { id: 'single-tenant-application', codes: [50194, 700005], source: 'microsoft', nextStep: 'check-tenant' },
  { id: 'other-cloud', codes: [50049, 90038, 90051, 1000104], source: 'microsoft', nextStep: 'check-cloud' },
  {
    id: 'account-not-in-tenant',
    codes: [16000, 16003, 50014, 50020, 50034, 500208, 51004, 90072],
    source: 'microsoft',
    nextStep: 'use-partner-account',
  },
  { id: 'not-assigned', codes: [50105], source: 'microsoft', nextStep: 'ask-administrator' },
  {
    id: 'mfa-required',
    codes: [50072, 50074, 50076, 50078, 50079, 50158, 53004],
    source: 'microsoft',
    nextStep: 'complete-mfa',
  },
  {
    id: 'blocked-by-policy',
    codes: [50002, 50005, 50131, 500021, 500022, 500212, 500213, 53002, 53003, 53010, 53011, 530032, 530034, 530035],
    source: 'microsoft',
    nextStep: 'ask-administrator',
  },
  {
    id: 'device-not-managed',
    codes: [50097, 50129, 50155, 50187, 53000, 53001],
    source: 'microsoft',
    nextStep: 'use-managed-device',
  },
  {
    id: 'session-expired',
    codes: [50058, 50085, 50089, 50132, 50133, 50173, 54005, 70000, 70008, 70019, 70043, 700020, 700082, 700084],
    source: 'microsoft',
    nextStep: 'sign-in-again',
  },
  { id: 'wrong-credentials', codes: [50056, 50064, 50126], source: 'microsoft', nextStep: 'sign-in-again' },
  { id: 'password-expired', codes: [50055, 50135, 50144], source: 'microsoft', nextStep: 'change-password' },
  { id: 'account-blocked', codes: [50053, 50057], source: 'microsoft', nextStep: 'ask-administrator' },
  { id: 'scope', codes: [28002, 28003, 70011, 700022, 700023], source: 'microsoft', nextStep: 'report' },
  {
    id: 'entra-unavailable',
    codes: [50033, 50087, 50088, 50166, 90006, 90012, 90024, 90033, 90055, 90090],
    source: 'microsoft',
    nextStep: 'try-later',
  },
] as const satisfies readonly SignInErrorEntry[];

export type KnownDeviceError = (typeof deviceErrors)[number];
export type KnownServiceError = (typeof serviceErrors)[number];
export type KnownSignInError = (typeof signInErrors)[number];

/** What the service said about a device that was not registered. */
export interface DeviceFault {
  /** The service's `errorCode`; `undefined` where it sent none or `0`. */
  readonly code: string | undefined;
  /** The service's `errorDescription`, foreign text: mostly a name such as `ZtdDeviceAssignedToOtherTenant`. */
  readonly description: string | undefined;
  /** What we know about it; `undefined` if nothing. */
  readonly known: KnownDeviceError | undefined;
  /** What the code alone stands for, where the name says something else. */
  readonly codeSays: KnownDeviceError | undefined;
}

const deviceErrorsByName: ReadonlyMap<string, KnownDeviceError> = new Map(
  deviceErrors.map(entry => [entry.name.toLowerCase(), entry]),
);

/** Reads a device's error: its name counts before its code, because codes with another error's name have been seen. */
export function deviceFaultOf(code: string | undefined, description: string | undefined): DeviceFault {
  const words = description?.match(/[A-Za-z0-9]+/g) ?? [];
  const byName = words.map(word => deviceErrorsByName.get(word.toLowerCase())).find(entry => entry !== undefined);
  const byCode = deviceErrors.find(entry => 'code' in entry && entry.code === code);
  return {
    code,
    description,
    known: byName ?? byCode,
    codeSays: byName !== undefined && byCode !== undefined && byCode.id !== byName.id ? byCode : undefined,
  };
}

/** What we know about the service's refusal of a request; `undefined` if nothing. Text counts only where no code does. */
export function serviceErrorOf(answer: {
  readonly status: number;
  readonly code?: string | undefined;
  readonly text?: string | undefined;
}): KnownServiceError | undefined {
  const text = answer.text?.toLowerCase() ?? '';
  const entries = serviceErrors.filter(entry => !('status' in entry) || entry.status === answer.status);
  return (
    entries.find(entry => 'code' in entry && entry.code === answer.code) ??
    entries.find(entry => 'text' in entry && text.includes(entry.text))
  );
}

/** The number of the first `AADSTS` error that a message names, and what we know about it; `undefined` if it names none. */
export function signInErrorOf(
  message: string,
): { readonly code: number; readonly known: KnownSignInError | undefined } | undefined {
  const digits = /AADSTS(\d{1,9})/.exec(message)?.[1];
  if (digits === undefined) {
    return undefined;
  }
  const code = Number(digits);
  return { code, known: signInErrors.find(({ codes }: SignInErrorEntry) => codes.includes(code)) };
}
