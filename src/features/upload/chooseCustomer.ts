import * as vscode from 'vscode';

import { readGuid } from '../../core/guid.ts';
import { showPlace } from '../../platform/manifestSource.ts';
import { readCustomerId } from '../../platform/settings.ts';
import type { PassedManifest } from './passGate.ts';

/** Whose devices a manifest has, as far as it and the settings tell: `open` leaves it to the user. */
export type CustomerChoice =
  | { readonly is: 'named'; readonly id: string; readonly by: 'manifest' | 'setting' }
  | { readonly is: 'open' };

/** What cannot be: the settings name another customer than the manifest, or none where they should. */
export type CustomerClash =
  | { readonly is: 'two-customers'; readonly pinned: string; readonly set: string }
  | { readonly is: 'no-customer-id' };

/** The customer by the manifest's own id, a GUID, and by the setting as it is written. */
export function customerChoiceOf(
  pinned: string | undefined,
  setting: string | undefined,
): CustomerChoice | CustomerClash {
  const set = readGuid(setting ?? '');
  if (pinned !== undefined) {
    return set === undefined || set === pinned
      ? { is: 'named', id: pinned, by: 'manifest' }
      : { is: 'two-customers', pinned, set };
  }
  if (set !== undefined) {
    return { is: 'named', id: set, by: 'setting' };
  }
  return setting === undefined ? { is: 'open' } : { is: 'no-customer-id' };
}

/**
 * The customer that the manifest pins, else the one of the setting.
 *
 * @throws {vscode.CancellationError} after saying so, where the two differ or the setting is no id: a device that is
 *   registered for the wrong customer can only be given back by that customer.
 */
export async function chooseCustomer(manifest: PassedManifest): Promise<CustomerChoice> {
  const choice = customerChoiceOf(manifest.batch.customerId, readCustomerId(manifest.source.uri));
  switch (choice.is) {
    case 'named':
    case 'open':
      return choice;
    case 'two-customers':
    case 'no-customer-id':
      await tellClash(choice, manifest);
      throw new vscode.CancellationError();
  }
}

async function tellClash(clash: CustomerClash, { source, text, check }: PassedManifest): Promise<void> {
  const showManifest = vscode.l10n.t('Show in Manifest');
  const openSettings = vscode.l10n.t('Open Settings');
  const chosen = await vscode.window.showErrorMessage(
    clashWords(clash),
    ...(clash.is === 'two-customers' ? [showManifest] : []),
    openSettings,
  );
  if (chosen === showManifest) {
    await showPlace(source, text, check.manifest.customerId?.nameSpan.start ?? 0);
  } else if (chosen === openSettings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'deviceBatch.customerId');
  }
}

function clashWords(clash: CustomerClash): string {
  switch (clash.is) {
    case 'two-customers':
      return vscode.l10n.t(
        'Nothing was sent: the manifest is for the customer {0}, but the setting deviceBatch.customerId names {1}.',
        clash.pinned,
        clash.set,
      );
    case 'no-customer-id':
      return vscode.l10n.t(
        'Nothing was sent: the setting deviceBatch.customerId is no customer id. It must be a GUID.',
      );
  }
}
