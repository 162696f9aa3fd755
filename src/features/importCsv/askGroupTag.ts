import * as vscode from 'vscode';

import type { CsvDevice, CsvImport } from '../../core/csv/csvImport.ts';
import { plainText } from '../../platform/plainText.ts';
import { askPick } from '../../platform/prompts.ts';

/** The devices of one group tag, where the file has several: a batch has one tag, its id. @throws {vscode.CancellationError} */
export async function askGroupTag({ devices, groupTags }: CsvImport): Promise<readonly CsvDevice[]> {
  const untagged = devices.filter(({ groupTag }) => groupTag === undefined).length;
  if (groupTags.size + Math.sign(untagged) < 2) {
    return devices;
  }
  const tags = [...groupTags, ...(untagged > 0 ? [[undefined, untagged] as const] : [])];
  const picked = await askPick(
    [
      ...tags.map(([tag, count]) => ({
        label: tag === undefined ? vscode.l10n.t('Without a group tag') : plainText(tag),
        description: countOf(count),
        belongs: ({ groupTag }: CsvDevice) => groupTag === tag,
      })),
      { label: vscode.l10n.t('All devices'), description: countOf(devices.length), belongs: () => true },
    ],
    {
      title: vscode.l10n.t('The file has several group tags'),
      placeHolder: vscode.l10n.t('A batch has one group tag, its id. Import one batch for each tag.'),
    },
  );
  return devices.filter(picked.belongs);
}

function countOf(devices: number): string {
  return vscode.l10n.t('Devices: {0}', devices);
}
