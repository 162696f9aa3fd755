import * as vscode from 'vscode';

import type { Cloud } from '../../api/clouds.ts';
import { plainText } from '../../platform/plainText.ts';
import type { AskedUpload } from './askPartnerCenter.ts';

/** What is known of an upload before it is sent. */
export interface UploadFacts extends Pick<AskedUpload, 'account' | 'cloud' | 'customer' | 'plan' | 'presence'> {
  readonly devices: number;
  readonly warnings: number;
}

/** Whose devices they will be, who registers them, and where: one line each. A line with an id holds nothing else, so that it need not be broken. */
export function customerLines({ customer, account, cloud }: UploadFacts): readonly string[] {
  const { companyName, domain, id, lookup } = customer;
  const names = [companyName, domain].filter(part => part !== undefined).map(plainText);
  return [
    ...(names.length === 0 ? [] : [vscode.l10n.t('Customer: {0}', names.join(', '))]),
    vscode.l10n.t('Customer id: {0}', id),
    ...(lookup === 'refused' ? [vscode.l10n.t('Its name is not known: this account may not read customers.')] : []),
    ...(account.label === undefined ? [] : [vscode.l10n.t('Account: {0}', plainText(account.label))]),
    cloudLine(cloud),
  ];
}

export function cloudLine({ name }: Cloud): string {
  switch (name) {
    case 'public':
      return vscode.l10n.t('Cloud: public');
    case 'china':
      return vscode.l10n.t('Cloud: China, operated by 21Vianet');
    case 'usGovernment':
      return vscode.l10n.t('Cloud: US Government');
    case 'emulator':
      return vscode.l10n.t('Cloud: emulator, nothing is registered');
  }
}

/** What happens to the batch, how many devices are in it already, and in how many parts they are sent: one line each. */
export function batchLines(upload: UploadFacts): readonly string[] {
  const { batch, parts } = upload.plan;
  return [
    batch.is === 'create'
      ? vscode.l10n.t('A new batch "{0}" is created. Its name becomes the group tag.', plainText(batch.batchId))
      : vscode.l10n.t(
          'Everything is added to the batch "{0}", which exists already. Its name becomes the group tag.',
          plainText(batch.existing.id),
        ),
    ...presenceLines(upload),
    ...(parts.length === 1 ? [] : [vscode.l10n.t('Sent in {0} parts.', parts.length)]),
  ];
}

function presenceLines({ presence, devices }: UploadFacts): readonly string[] {
  switch (presence.is) {
    case 'new-batch':
      return [];
    case 'refused':
      return [vscode.l10n.t('Which of them are in it already is not known: this account may not read the batch.')];
    case 'counted': {
      const { already, untold } = presence;
      return [
        vscode.l10n.t('Already in it: {0} of {1}.', already, devices),
        ...(untold === 0
          ? []
          : [vscode.l10n.t('For {0} it cannot be told, because Partner Center does not list hashes.', untold)]),
      ];
    }
  }
}

/** How many warnings the manifest has; no line where it has none. */
export function warningLines(warnings: number): readonly string[] {
  if (warnings === 0) {
    return [];
  }
  return [
    warnings === 1
      ? vscode.l10n.t('The manifest has 1 warning.')
      : vscode.l10n.t('The manifest has {0} warnings.', warnings),
  ];
}
