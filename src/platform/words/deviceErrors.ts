import * as vscode from 'vscode';

import type { DeviceFault, KnownDeviceError } from '../../core/deviceErrors.ts';
import { plainText } from '../plainText.ts';
import { redact } from '../redact.ts';
import { nextStepWords } from './nextSteps.ts';

/** Why a device was not registered. */
export interface DeviceErrorWords {
  /** In the service's own words: its code and what it calls the error. */
  readonly service: string;
  /** What that means; `undefined` if nobody knows. */
  readonly explanation: string | undefined;
  readonly nextStep: string | undefined;
}

export function deviceErrorWords(fault: DeviceFault): DeviceErrorWords {
  const { known, codeSays } = fault;
  const meanings = [known && meaningOf(known.id), codeSays && codeMeaning(fault.code, codeSays)];
  return {
    service: serviceWords(fault),
    explanation: meanings.filter(meaning => meaning !== undefined).join(' ') || undefined,
    nextStep: known && nextStepWords(known.nextStep),
  };
}

function serviceWords({ code, description }: DeviceFault): string {
  const words = [code, description].filter(part => part !== undefined).map(part => plainText(redact(part)));
  return words.length === 0 ? vscode.l10n.t('The service gives no reason.') : words.join(' ');
}

function codeMeaning(code: string | undefined, { id }: KnownDeviceError): string {
  return vscode.l10n.t('The code {0} by itself would mean something else: {1}', plainText(code ?? ''), meaningOf(id));
}

function meaningOf(id: KnownDeviceError['id']): string {
  switch (id) {
    case 'storage':
      return vscode.l10n.t('The service could not store the device.');
    case 'request-body':
      return vscode.l10n.t('The service could not read the request.');
    case 'hash-invalid':
      return vscode.l10n.t('The hardware hash cannot be decoded, or something is missing from it.');
    case 'hash-not-4k':
      return vscode.l10n.t('The hardware hash is not a 4K hash.');
    case 'identity-missing':
      return vscode.l10n.t('The device has no usable identity.');
    case 'already-registered':
      return vscode.l10n.t(
        'The device is already registered to this customer. It keeps its earlier batch and group tag.',
      );
    case 'not-registered':
      return vscode.l10n.t('The device is not registered to this customer.');
    case 'other-tenant':
      return vscode.l10n.t('The device is registered to another organization.');
    case 'registered-by-other-tenant':
      return vscode.l10n.t('The device was registered by another organization, and only that can remove it.');
    case 'policy-unknown':
      return vscode.l10n.t('The customer has no policy with that id.');
    case 'policy-of-other-tenant':
      return vscode.l10n.t('The policy belongs to another customer.');
    case 'not-found':
      return vscode.l10n.t(
        'Microsoft knows no device with this serial number, manufacturer and model, or with this product key.',
      );
    case 'not-unique':
      return vscode.l10n.t('Microsoft knows several devices that match.');
    case 'entra-device-exists':
      return vscode.l10n.t('The device is already joined in Microsoft Entra.');
    case 'duplicate':
      return vscode.l10n.t('The same device was uploaded twice at once.');
    case 'already-deleted':
      return vscode.l10n.t('The device has already been deleted.');
  }
}
