import * as vscode from 'vscode';

import { type JobAddress, type StatusLink, readStatusLink } from '../../api/statusLink.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import { plainText } from '../../platform/plainText.ts';
import { refusalWords } from '../../platform/words/statusLink.ts';
import { assertTrusted } from '../../platform/workspaceTrust.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import type { Uploads } from '../../uploads/uploads.ts';
import type { StatusPages, StatusTarget } from './statusPages.ts';

/** What opening a status takes. */
export interface OpenStatusDeps {
  readonly uploads: Uploads;
  readonly pages: StatusPages;
  /** The Partner Center of this window: links to another one are refused. */
  readonly base: () => URL;
}

/**
 * Opens the page of an upload's status. `given` is the id of an upload, or a text that leads to a job; without it the user
 * picks an upload or pastes such a text.
 *
 * @throws {vscode.CancellationError} when nothing is picked, or what was given is refused, which was said.
 */
export async function openStatus(given: unknown, deps: OpenStatusDeps): Promise<void> {
  await deps.uploads.load();
  const target = typeof given === 'string' ? targetOf(given, deps) : await askForTarget(deps);
  if (target.is === 'refused') {
    void vscode.window.showErrorMessage(refusalWords(target));
    throw new vscode.CancellationError();
  }
  if (target.is === 'job') {
    await assertTrusted();
  }
  await deps.pages.open(target);
}

type Found = StatusTarget | Extract<StatusLink, { is: 'refused' }>;

/** What a text leads to: an upload that is recorded, however it is named, else a job of this window's Partner Center. */
function targetOf(text: string, { uploads, base }: OpenStatusDeps): Found {
  if (uploads.view(text) !== undefined) {
    return { is: 'upload', id: text };
  }
  for (const { record } of uploads.all()) {
    const link = readStatusLink(text, new URL(record.account.base), record.customer.id);
    if (link.is === 'job' && hasJob(record, link.job)) {
      return { is: 'upload', id: record.id };
    }
  }
  const link = readStatusLink(text, base());
  return link.is === 'job' ? { is: 'job', ...link.job, asked: true } : link;
}

function hasJob({ customer, parts }: UploadRecord, { customerId, trackingId }: JobAddress): boolean {
  return (
    customer.id === customerId &&
    parts.some(part => part.is === 'accepted' && part.job.is !== 'untracked' && part.job.trackingId === trackingId)
  );
}

interface TargetItem extends vscode.QuickPickItem {
  readonly target: Found;
}

async function askForTarget(deps: OpenStatusDeps): Promise<Found> {
  const store = new DisposableStore();
  const pick = store.add(vscode.window.createQuickPick<TargetItem>());
  const recorded = deps.uploads.all().map(({ record }) => itemOf(record));
  pick.title = vscode.l10n.t('Open Status');
  pick.placeholder = vscode.l10n.t('Pick an upload, or paste a status link, a Location or a tracking id');
  pick.matchOnDescription = true;
  pick.items = recorded;
  store.add(
    pick.onDidChangeValue(text => {
      pick.items = text.trim() === '' ? recorded : [...recorded, pastedItem(text, deps)];
    }),
  );
  try {
    return await new Promise<Found>((resolve, reject) => {
      store.add(pick.onDidHide(() => reject(new vscode.CancellationError())));
      store.add(
        pick.onDidAccept(() => {
          const target = pick.selectedItems[0]?.target;
          if (target !== undefined) {
            resolve(target);
          }
        }),
      );
      pick.show();
    });
  } finally {
    store.dispose();
  }
}

function itemOf({ id, customer, batch, createdAt, devices }: UploadRecord): TargetItem {
  const when = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    label: plainText(batch.id),
    description: plainText(customer.companyName ?? customer.id),
    detail: vscode.l10n.t('{0} devices, {1}', devices.length, when.format(createdAt)),
    target: { is: 'upload', id },
  };
}

function pastedItem(text: string, deps: OpenStatusDeps): TargetItem {
  const target = targetOf(text, deps);
  return target.is === 'refused'
    ? { label: `$(error) ${refusalWords(target)}`, alwaysShow: true, target }
    : { label: `$(link) ${vscode.l10n.t('Open the pasted status')}`, alwaysShow: true, target };
}
