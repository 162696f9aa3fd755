import * as vscode from 'vscode';

import type { OpenManifests } from '../../platform/openManifests.ts';
import { plainText } from '../../platform/plainText.ts';
import { type BadSetting, readRuleSettings } from '../../platform/settings.ts';

/** Says once, for each entry of `deviceBatch.rules` that cannot be used, what is wrong with it. */
export function reportBadSettings(manifests: OpenManifests): vscode.Disposable {
  const told = new Set<string>();
  return manifests.onDidCheck(({ document }) => {
    for (const bad of readRuleSettings(document.uri).bad) {
      const sentence = badSettingWords(bad);
      if (!told.has(sentence)) {
        told.add(sentence);
        void tell(sentence, bad);
      }
    }
  });
}

async function tell(sentence: string, { key }: BadSetting): Promise<void> {
  const openSettings = vscode.l10n.t('Open Settings');
  if ((await vscode.window.showWarningMessage(sentence, openSettings)) === openSettings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', key);
  }
}

function badSettingWords(bad: BadSetting): string {
  switch (bad.is) {
    case 'not-an-object':
      return vscode.l10n.t('The setting {0} must map rule codes to severities.', bad.key);
    case 'unknown-rule':
      return vscode.l10n.t('The setting {0} names "{1}", which is no rule.', bad.key, plainText(bad.entry));
    case 'unknown-severity':
      return vscode.l10n.t(
        'The setting {0} gives "{1}" a severity that there is not. Use {2}.',
        bad.key,
        bad.entry,
        bad.allowed.join(', '),
      );
  }
}
