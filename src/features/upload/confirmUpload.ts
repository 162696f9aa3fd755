import * as vscode from 'vscode';

import { confirm } from '../../platform/prompts.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import { customerName, customerNameIn } from '../../platform/words/customerName.ts';
import { type UploadFacts, batchLines, customerLines, warningLines } from './uploadFacts.ts';

/** Everything that the user should know before devices are registered. */
export interface UploadQuestion extends UploadFacts {
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

function cautions({ warnings, earlier, cloud, isFirstInCloud }: UploadQuestion): readonly string[] {
  const isOddCloud = cloud.name !== 'emulator' && cloud.deviceDeployment === 'undocumented';
  return [
    ...(earlier === undefined
      ? []
      : [
          vscode.l10n.t(
            'The same manifest was uploaded to this customer and batch before: {0}.',
            shownTime(earlier.createdAt),
          ),
        ]),
    ...warningLines(warnings),
    ...(isOddCloud && isFirstInCloud
      ? [
          vscode.l10n.t(
            'This is the first upload to this cloud. Device deployment is documented for the public one only.',
          ),
        ]
      : []),
  ];
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
