import * as vscode from 'vscode';

import type { DeviceStatus, Mood } from '../../webview/protocol.ts';

export interface UploadStanding {
  readonly statuses: readonly DeviceStatus[];
  /** Whether answers may still come by themselves. */
  readonly running: boolean;
}

/** How an upload stands, in a few sentences. */
export function headlineOf({ statuses, running }: UploadStanding): string {
  const all = statuses.length;
  const [single] = statuses;
  return all === 1 && single !== undefined
    ? singleSentence(single)
    : [...doneSentences(statuses, running), ...openSentences(statuses)].join(' ');
}

export function moodOf({ statuses, running }: UploadStanding): Mood {
  if (statuses.includes('failed')) {
    return 'bad';
  }
  if (running) {
    return 'running';
  }
  return statuses.length > 0 && statuses.every(isDone) ? 'good' : 'unclear';
}

function singleSentence(status: DeviceStatus): string {
  switch (status) {
    case 'registered':
      return vscode.l10n.t('The device is registered.');
    case 'already-registered':
      return vscode.l10n.t('The device was registered before.');
    case 'failed':
      return vscode.l10n.t('The device failed.');
    case 'waiting':
      return vscode.l10n.t('Still running: the device waits for its answer.');
    case 'unanswered':
      return vscode.l10n.t('The device got no answer.');
    case 'unknown':
      return vscode.l10n.t('It is not known whether the device was accepted.');
    case 'not-sent':
      return vscode.l10n.t('The device was not sent.');
  }
}

function doneSentences(statuses: readonly DeviceStatus[], running: boolean): readonly string[] {
  const all = statuses.length;
  const [failed, done, already] = [
    count(statuses, 'failed'),
    statuses.filter(isDone).length,
    count(statuses, 'already-registered'),
  ];
  const before = already === 0 ? [] : [vscode.l10n.t('{0} of them were registered before.', already)];
  if (all === 0) {
    return [
      running
        ? vscode.l10n.t('Still running: nothing is known of its devices yet.')
        : vscode.l10n.t('Partner Center lists no devices.'),
    ];
  }
  if (failed > 0) {
    return [vscode.l10n.t('{0} of {1} devices failed.', failed, all)];
  }
  if (done === all) {
    return [vscode.l10n.t('All {0} devices are registered.', all), ...before];
  }
  return done === 0 ? [] : [vscode.l10n.t('{0} of {1} devices are registered.', done, all), ...before];
}

function openSentences(statuses: readonly DeviceStatus[]): readonly string[] {
  const sentences = [
    [count(statuses, 'waiting'), (n: number) => vscode.l10n.t('Still running: {0} devices wait for their answer.', n)],
    [count(statuses, 'unanswered'), (n: number) => vscode.l10n.t('{0} got no answer.', n)],
    [count(statuses, 'unknown'), (n: number) => vscode.l10n.t('Of {0} it is not known whether they were accepted.', n)],
    [count(statuses, 'not-sent'), (n: number) => vscode.l10n.t('{0} were not sent.', n)],
  ] as const;
  return sentences.filter(([n]) => n > 0).map(([n, words]) => words(n));
}

function count(statuses: readonly DeviceStatus[], wanted: DeviceStatus): number {
  return statuses.filter(status => status === wanted).length;
}

function isDone(status: DeviceStatus): boolean {
  return status === 'registered' || status === 'already-registered';
}
