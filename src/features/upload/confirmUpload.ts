import * as vscode from 'vscode';

import type { Cloud } from '../../api/clouds.ts';
import { plainText } from '../../platform/plainText.ts';
import { confirm } from '../../platform/prompts.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import type { AskedUpload } from './askPartnerCenter.ts';
import { customerName, customerNameIn } from './customerName.ts';

/** Everything that the user should know before devices are registered. */
export interface UploadQuestion extends Pick<AskedUpload, 'account' | 'cloud' | 'customer' | 'plan' | 'presence'> {
  readonly devices: number;
  readonly warnings: number;
  /** The latest upload of the very same text to this customer and batch. */
  readonly earlier: UploadRecord | undefined;
  /** Whether no upload from this machine has gone to this cloud yet. */
  readonly isFirstInCloud: boolean;
}

/** A modal question and its only answer but for calling it off. */
export interface Question {
  readonly title: string;
  readonly detail: string;
  readonly answer: string;
}

/** Asks the one question before sending. @throws {vscode.CancellationError} unless the user agrees. */
export async function confirmUpload(upload: UploadQuestion): Promise<void> {
  const { title, detail, answer } = uploadQuestion(upload);
  await confirm(title, detail, answer);
}

/** The question, with everything in it. Empty lines part its groups. */
export function uploadQuestion(upload: UploadQuestion): Question {
  const { customer, devices, cloud } = upload;
  const target = customerNameIn(cloud.name, customer);
  const groups = [customerLines(upload), batchLines(upload), cautions(upload)];
  const detail = groups
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n');
  return devices === 1
    ? {
        title: vscode.l10n.t('Upload 1 device to {0}?', target),
        detail,
        answer: vscode.l10n.t('Upload 1 device to {0}', target),
      }
    : {
        title: vscode.l10n.t('Upload {0} devices to {1}?', devices, target),
        detail,
        answer: vscode.l10n.t('Upload {0} devices to {1}', devices, target),
      };
}

function customerLines({ customer, account, cloud }: UploadQuestion): readonly string[] {
  const { companyName, domain, id } = customer;
  const known = [companyName, domain].filter(part => part !== undefined).map(plainText);
  return [
    customer.lookup === 'refused'
      ? vscode.l10n.t('Customer: {0} (this account may not read customers, so the name is not known)', id)
      : vscode.l10n.t('Customer: {0}', [...known, id].join(', ')),
    ...(account.label === undefined ? [] : [vscode.l10n.t('Account: {0}', plainText(account.label))]),
    vscode.l10n.t('Cloud: {0}', cloudName(cloud)),
  ];
}

/** What a cloud is called. */
export function cloudName({ name }: Cloud): string {
  switch (name) {
    case 'public':
      return vscode.l10n.t('public');
    case 'china':
      return vscode.l10n.t('China, operated by 21Vianet');
    case 'usGovernment':
      return vscode.l10n.t('US Government');
    case 'emulator':
      return vscode.l10n.t('the emulator on this machine, which registers nothing');
  }
}

function batchLines(upload: UploadQuestion): readonly string[] {
  const { batch, parts } = upload.plan;
  return [
    batch.is === 'create'
      ? vscode.l10n.t('A new batch "{0}" is created. Its name becomes the group tag.', plainText(batch.batchId))
      : vscode.l10n.t(
          'The devices are added to the batch "{0}", which exists already. Its name becomes the group tag.',
          plainText(batch.existing.id),
        ),
    ...presenceLines(upload),
    ...(parts.length === 1 ? [] : [vscode.l10n.t('They are sent in {0} parts.', parts.length)]),
  ];
}

function presenceLines({ presence, devices }: UploadQuestion): readonly string[] {
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

function cautions({ warnings, earlier, cloud, isFirstInCloud }: UploadQuestion): readonly string[] {
  const lines: string[] = [];
  if (earlier !== undefined) {
    lines.push(
      vscode.l10n.t(
        'The same manifest was uploaded to this customer and batch before: {0}.',
        shownTime(earlier.createdAt),
      ),
    );
  }
  if (warnings === 1) {
    lines.push(vscode.l10n.t('The manifest has 1 warning.'));
  } else if (warnings > 1) {
    lines.push(vscode.l10n.t('The manifest has {0} warnings.', warnings));
  }
  if (cloud.deviceDeployment === 'undocumented' && cloud.name !== 'emulator' && isFirstInCloud) {
    lines.push(
      vscode.l10n.t('This is the first upload to this cloud. Device deployment is documented for the public one only.'),
    );
  }
  return lines;
}

function shownTime(time: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** Asks again where devices were sent to another customer before. @throws {vscode.CancellationError} unless the user agrees. */
export async function confirmOtherCustomers(
  sent: ReadonlyMap<string, UploadRecord>,
  target: Pick<UploadQuestion, 'cloud' | 'customer'>,
): Promise<void> {
  if (sent.size > 0) {
    const { title, detail, answer } = otherCustomersQuestion(sent, target);
    await confirm(title, detail, answer);
  }
}

/** The question where devices were sent to another customer before. */
export function otherCustomersQuestion(
  sent: ReadonlyMap<string, UploadRecord>,
  { cloud, customer }: Pick<UploadQuestion, 'cloud' | 'customer'>,
): Question {
  const others = new Set([...sent.values()].map(record => customerName(record.customer)));
  const list = new Intl.ListFormat(vscode.env.language, { type: 'conjunction' }).format(others);
  return {
    title:
      sent.size === 1
        ? vscode.l10n.t('1 of these devices was uploaded for another customer before: {0}.', list)
        : vscode.l10n.t('{0} of these devices were uploaded for another customer before: {1}.', sent.size, list),
    detail: vscode.l10n.t(
      'A device that is registered for the wrong customer can only be given back by that customer.',
    ),
    answer: vscode.l10n.t('Upload Them to {0} All the Same', customerNameIn(cloud.name, customer)),
  };
}
