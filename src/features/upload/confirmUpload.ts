import * as vscode from 'vscode';

import type { Cloud } from '../../api/clouds.ts';
import type { UploadPlan } from '../../core/upload/plan.ts';
import { plainText } from '../../platform/plainText.ts';
import { confirm } from '../../platform/prompts.ts';
import type { FrozenAccount, UploadRecord } from '../../uploads/uploadRecord.ts';
import type { ResolvedCustomer } from './resolveCustomer.ts';

/** Everything that the user should know before devices are registered. */
export interface UploadQuestion {
  readonly customer: ResolvedCustomer;
  readonly account: FrozenAccount;
  readonly cloud: Cloud;
  readonly plan: UploadPlan;
  readonly devices: number;
  /** How many of the devices the batch lists already, and how many that cannot be told of. */
  readonly listed: { readonly already: number; readonly untold: number };
  readonly warnings: number;
  /** The latest upload of the very same text to this customer and batch. */
  readonly earlier: UploadRecord | undefined;
}

/** Asks the one question before sending. @throws {vscode.CancellationError} unless the user agrees. */
export async function confirmUpload(question: UploadQuestion): Promise<void> {
  const { customer, devices, cloud } = question;
  const name = plainText(customer.companyName ?? customer.id);
  const target = cloud.name === 'emulator' ? vscode.l10n.t('{0} (emulator)', name) : name;
  const title =
    devices === 1
      ? vscode.l10n.t('Upload one device to {0}?', target)
      : vscode.l10n.t('Upload {0} devices to {1}?', devices, target);
  const answer =
    devices === 1
      ? vscode.l10n.t('Upload 1 device to {0}', name)
      : vscode.l10n.t('Upload {0} devices to {1}', devices, name);
  await confirm(title, detailOf(question), answer);
}

/** The lines below the question; empty ones part its groups. */
export function detailOf(question: UploadQuestion): string {
  const groups = [customerLines(question), batchLines(question), cautions(question)];
  return groups
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n');
}

function customerLines({ customer, account }: UploadQuestion): readonly string[] {
  return [
    customer.lookup === 'refused'
      ? vscode.l10n.t('Customer: {0}. This account may not read customers, so its name is not known.', customer.id)
      : vscode.l10n.t(
          'Customer: {0} ({1}), {2}',
          plainText(customer.companyName ?? '?'),
          plainText(customer.domain ?? '?'),
          customer.id,
        ),
    ...(account.label === undefined ? [] : [vscode.l10n.t('Account: {0}', plainText(account.label))]),
  ];
}

function batchLines({ plan, devices, listed }: UploadQuestion): readonly string[] {
  const { batch, parts } = plan;
  const lines =
    batch.is === 'create'
      ? [
          vscode.l10n.t(
            'A new batch "{0}" is created. The devices get it as their group tag.',
            plainText(batch.batchId),
          ),
        ]
      : [
          vscode.l10n.t(
            'The devices are added to the batch "{0}", which exists already and is their group tag.',
            plainText(batch.existing.id),
          ),
          presence(listed, devices),
        ];
  return parts.length === 1 ? lines : [...lines, vscode.l10n.t('They are sent in {0} parts.', parts.length)];
}

function presence({ already, untold }: UploadQuestion['listed'], devices: number): string {
  const known = vscode.l10n.t('{0} of the {1} devices are in it already.', already, devices);
  return untold === 0 ? known : `${known} ${vscode.l10n.t('Of {0} it cannot be told.', untold)}`;
}

function cautions({ warnings, earlier, cloud }: UploadQuestion): readonly string[] {
  const lines: string[] = [];
  if (earlier !== undefined) {
    const when = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
    lines.push(
      vscode.l10n.t(
        'The same manifest was uploaded to this customer and batch on {0}.',
        when.format(earlier.createdAt),
      ),
    );
  }
  if (warnings === 1) {
    lines.push(vscode.l10n.t('The manifest has one warning.'));
  } else if (warnings > 1) {
    lines.push(vscode.l10n.t('The manifest has {0} warnings.', warnings));
  }
  if (cloud.name === 'emulator') {
    lines.push(vscode.l10n.t('The emulator registers nothing.'));
  } else if (cloud.deviceDeployment === 'undocumented') {
    lines.push(vscode.l10n.t('Device deployment is documented for the public cloud only.'));
  }
  return lines;
}

/** Asks again where devices were sent to another customer before. @throws {vscode.CancellationError} unless the user agrees. */
export async function confirmOtherCustomers(sent: ReadonlyMap<string, UploadRecord>, name: string): Promise<void> {
  if (sent.size === 0) {
    return;
  }
  const others = new Set([...sent.values()].map(({ customer }) => plainText(customer.companyName ?? customer.id)));
  const list = new Intl.ListFormat(vscode.env.language, { type: 'conjunction' }).format(others);
  await confirm(
    sent.size === 1
      ? vscode.l10n.t('One of these devices was uploaded for another customer before.')
      : vscode.l10n.t('{0} of these devices were uploaded for another customer before.', sent.size),
    vscode.l10n.t(
      'They went to {0}. Registering a device with the wrong customer can only be undone by that customer.',
      list,
    ),
    vscode.l10n.t('Upload them to {0} all the same', plainText(name)),
  );
}
