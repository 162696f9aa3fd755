import * as vscode from 'vscode';

import type { HashDisk, HashFacts } from '../../core/hash/hardwareHash.ts';

/** One line of a hash's card: what it is called, and its value, which is foreign text. */
export interface FactLine {
  readonly label: string;
  readonly value: string;
}

/** What an intact hash tells of its machine, in the order in which people look for it. */
export function factLines(facts: HashFacts): readonly FactLine[] {
  return [
    line(vscode.l10n.t('Manufacturer'), facts.manufacturer),
    line(vscode.l10n.t('Model'), facts.model),
    line(vscode.l10n.t('Serial number'), facts.serialNumber),
    line(vscode.l10n.t('Product key id'), facts.productKeyId === undefined ? undefined : lastFour(facts.productKeyId)),
    line(vscode.l10n.t('Processor'), facts.processor),
    line(vscode.l10n.t('Memory'), facts.memoryGb === undefined ? undefined : gigabytes(facts.memoryGb)),
    ...facts.disks.map(disk => line(vscode.l10n.t('Disk'), diskWords(disk))),
    line(vscode.l10n.t('TPM'), facts.tpm ?? (facts.tpmKeyBytes === undefined ? vscode.l10n.t('none') : undefined)),
    line(vscode.l10n.t('Collected'), collectedWords(facts)),
  ].filter(one => one !== undefined);
}

/**
 * The machine in a few words, the serial number first, because editors cut long hints; `undefined` if the hash names nothing.
 */
export function hashSummary({ manufacturer = '', model = '', serialNumber = '' }: HashFacts): string | undefined {
  const repeatsMaker = model.toLowerCase().startsWith(manufacturer.toLowerCase());
  const machine = repeatsMaker ? model : `${manufacturer} ${model}`;
  const words = [serialNumber, machine.trim()].filter(one => one !== '').join(' · ');
  return words === '' ? undefined : words;
}

function line(label: string, value: string | undefined): FactLine | undefined {
  return value === undefined || value === '' ? undefined : { label, value };
}

/** A product key id is shown as the log shows it. */
function lastFour(productKeyId: string): string {
  return `…${productKeyId.slice(-4)}`;
}

function gigabytes(amount: number): string {
  return new Intl.NumberFormat(vscode.env.language, { style: 'unit', unit: 'gigabyte' }).format(amount);
}

function diskWords({ sizeGb, bus, model }: HashDisk): string {
  return [sizeGb === undefined ? undefined : gigabytes(sizeGb), bus, model]
    .filter(one => one !== undefined)
    .join(' · ');
}

function collectedWords({ collectedAt, collectedIn, osBuild, architecture }: HashFacts): string | undefined {
  const when =
    collectedAt === undefined
      ? undefined
      : new Intl.DateTimeFormat(vscode.env.language, {
          dateStyle: 'medium',
          timeStyle: 'short',
          timeZone: 'UTC',
        }).format(collectedAt) + ' UTC';
  const system = collectedIn === 'winpe' ? 'Windows PE' : collectedIn === 'windows' ? 'Windows' : undefined;
  const words = [when, [system, osBuild].filter(one => one !== undefined).join(' '), architecture];
  return words.filter(one => one !== undefined && one !== '').join(' · ') || undefined;
}
