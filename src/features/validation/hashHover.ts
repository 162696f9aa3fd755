import * as vscode from 'vscode';

import type { HardwareHash } from '../../core/hash/hardwareHash.ts';
import { textField } from '../../core/manifest/manifest.ts';
import { deviceAt } from '../../core/manifest/propertyAt.ts';
import { manifestSelector } from '../../platform/manifestSelector.ts';
import type { OpenManifests } from '../../platform/openManifests.ts';
import { plainText } from '../../platform/plainText.ts';
import { alterationWords, damageWords } from '../../platform/words/hash.ts';
import { factLines } from '../../platform/words/hashFacts.ts';
import { rangeOf } from './diagnosticOf.ts';

/** Hovering over a hardware hash shows what is inside it. Nothing decoded leaves the machine. */
export function provideHashHover(manifests: OpenManifests): vscode.Disposable {
  return vscode.languages.registerHoverProvider(manifestSelector, {
    async provideHover(document, position) {
      const checked = await manifests.current(document);
      const offset = document.offsetAt(position);
      const device = checked && deviceAt(checked.manifest, offset);
      const field = device && textField(device, 'hardwareHash');
      const hash = device && checked?.hashOf(device);
      if (field === undefined || hash === undefined || offset < field.span.start || offset >= field.span.end) {
        return undefined;
      }
      return new vscode.Hover(card(hash), rangeOf(field.span, document));
    },
  });
}

function card(hash: HardwareHash): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  switch (hash.is) {
    case 'intact':
      heading(text, vscode.l10n.t('Hardware hash: intact'));
      for (const { label, value } of factLines(hash.facts)) {
        text
          .appendMarkdown('- ')
          .appendText(`${label}: ${plainText(value)}`)
          .appendMarkdown('\n');
      }
      return text;
    case 'altered':
      heading(text, vscode.l10n.t('Hardware hash: altered'));
      return text.appendText(hash.alterations.map(alterationWords).join('\n'));
    case 'damaged':
      heading(text, vscode.l10n.t('Hardware hash: damaged'));
      return text.appendText(damageWords(hash.damage));
    case 'unrecognized':
      heading(text, vscode.l10n.t('Not a 4K hardware hash'));
      return text;
  }
}

function heading(text: vscode.MarkdownString, words: string): void {
  text.appendMarkdown('**').appendText(words).appendMarkdown('**\n\n');
}
