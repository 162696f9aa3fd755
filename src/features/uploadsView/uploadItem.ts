import * as vscode from 'vscode';

import { commandIds } from '../../platform/commandIds.ts';
import { plainText } from '../../platform/plainText.ts';
import { customerName, customerNameIn } from '../../platform/words/customerName.ts';
import { deviceErrorTitle, deviceResultWords } from '../../platform/words/deviceResults.ts';
import { ageWords, partStandingWords, standingWords } from '../../platform/words/uploadSummary.ts';
import { partCountsOf, uploadCountsOf } from '../../uploads/uploadCounts.ts';
import { abilitiesOf } from './uploadAbilities.ts';
import { uploadIcon } from './uploadIcon.ts';
import { customerTooltip, textTooltip, uploadTooltip } from './uploadTooltip.ts';
import {
  childrenOf,
  customerKey,
  type CustomerNode,
  type DeviceNode,
  type MoreNode,
  type PartNode,
  type UploadLine,
  type UploadNode,
} from './uploadNodes.ts';

/** A line of the view as VS Code shows it. `now` is milliseconds since 1970. */
export function uploadItem(node: UploadNode, now: number): vscode.TreeItem {
  switch (node.is) {
    case 'customer':
      return customerItem(node);
    case 'upload':
      return lineItem(node, now);
    case 'part':
      return partItem(node);
    case 'device':
      return deviceItem(node);
    case 'more':
      return moreItem(node);
  }
}

function customerItem(node: CustomerNode): vscode.TreeItem {
  const { customer, account, uploads } = node;
  const isEmulated = account.cloud === 'emulator';
  const item = new vscode.TreeItem(customerName(customer), vscode.TreeItemCollapsibleState.Expanded);
  item.id = customerKey(node);
  item.description = isEmulated ? vscode.l10n.t('emulator') : plainText(customer.domain ?? '');
  item.iconPath = new vscode.ThemeIcon(isEmulated ? 'beaker' : 'organization');
  item.tooltip = customerTooltip(node);
  item.contextValue = 'customer';
  const name = customerNameIn(account.cloud, customer);
  const label =
    uploads.length === 1
      ? vscode.l10n.t('{0}, one upload', name)
      : vscode.l10n.t('{0}, {1} uploads', name, uploads.length);
  item.accessibilityInformation = { label };
  return item;
}

function lineItem(node: UploadLine, now: number): vscode.TreeItem {
  const { view, uploadId } = node;
  const { batch, createdAt } = view.record;
  const counts = uploadCountsOf(view.record);
  const [name, standing, age] = [plainText(batch.id), standingWords(view, counts), ageWords(createdAt, now)];
  const item = new vscode.TreeItem(name, collapsibleState(node));
  item.id = uploadId;
  item.description = vscode.l10n.t('{0}, {1}', standing, age);
  item.iconPath = uploadIcon(view, counts);
  item.tooltip = uploadTooltip(view, counts);
  item.contextValue = ['upload', ...abilitiesOf(view)].join(' ');
  item.command = openStatus(uploadId);
  item.accessibilityInformation = {
    label: vscode.l10n.t('Batch {0}, {1} devices: {2}, {3}', name, counts.all, standing, age),
  };
  return item;
}

function partItem(node: PartNode): vscode.TreeItem {
  const { parts } = node.view.record;
  const label = vscode.l10n.t('Part {0} of {1}', node.part + 1, parts.length);
  const item = new vscode.TreeItem(label, collapsibleState(node));
  const part = parts[node.part];
  item.id = `${node.uploadId} part ${part?.first ?? 0}`;
  item.iconPath = new vscode.ThemeIcon('package');
  item.contextValue = 'part';
  if (part !== undefined) {
    const standing = partStandingWords(part, partCountsOf(part));
    const [first, last] = [part.first + 1, part.first + part.count];
    item.description = standing;
    item.tooltip = textTooltip(vscode.l10n.t('Devices {0} to {1} of the manifest', first, last));
    item.accessibilityInformation = {
      label: vscode.l10n.t('{0}, devices {1} to {2}: {3}', label, first, last, standing),
    };
  }
  return item;
}

function deviceItem({ uploadId, failure }: DeviceNode): vscode.TreeItem {
  const { place, device, verdict, matchedBy } = failure;
  const serial = device.serialNumber ?? device.hashSerialNumber;
  const label = serial === undefined ? vscode.l10n.t('Device {0}', place + 1) : plainText(serial);
  const words = deviceResultWords(verdict, matchedBy);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.id = `${uploadId} device ${place}`;
  item.description = deviceErrorTitle(verdict);
  item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  item.tooltip = textTooltip(words);
  item.contextValue = 'device';
  item.command = {
    title: vscode.l10n.t('Go to Device'),
    command: commandIds.openUploadManifest,
    arguments: [uploadId, place],
  };
  item.accessibilityInformation = { label: vscode.l10n.t('{0} failed. {1}', label, words) };
  return item;
}

function moreItem({ uploadId, part, devices }: MoreNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('{0} more', devices), vscode.TreeItemCollapsibleState.None);
  item.id = `${uploadId} part ${part} more`;
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'more';
  item.command = openStatus(uploadId);
  return item;
}

function openStatus(uploadId: string): vscode.Command {
  return { title: vscode.l10n.t('Open Status'), command: commandIds.openStatus, arguments: [uploadId] };
}

function collapsibleState(node: UploadNode): vscode.TreeItemCollapsibleState {
  return childrenOf(node).length === 0
    ? vscode.TreeItemCollapsibleState.None
    : vscode.TreeItemCollapsibleState.Collapsed;
}
