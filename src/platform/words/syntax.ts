import * as vscode from 'vscode';

import type { SyntaxFaultKind } from '../../core/manifest/syntaxFault.ts';

/** The sentence for a syntax fault. */
export function syntaxWords(fault: SyntaxFaultKind): string {
  switch (fault) {
    case 'name-expected':
      return vscode.l10n.t('A property name in quotes is missing here.');
    case 'colon-expected':
      return vscode.l10n.t('A colon is missing here.');
    case 'value-expected':
      return vscode.l10n.t('A value is missing here.');
    case 'comma-expected':
      return vscode.l10n.t('A comma is missing here.');
    case 'opening-brace-expected':
      return vscode.l10n.t('An opening brace is missing here.');
    case 'closing-brace-expected':
      return vscode.l10n.t('A closing brace is missing.');
    case 'closing-bracket-expected':
      return vscode.l10n.t('A closing bracket is missing.');
    case 'bracket-unexpected':
      return vscode.l10n.t('This bracket has no counterpart.');
    case 'end-expected':
      return vscode.l10n.t('The manifest ends before this.');
    case 'unclosed-string':
      return vscode.l10n.t('The closing quote of this text is missing.');
    case 'unclosed-comment':
      return vscode.l10n.t('The end of this comment is missing.');
    case 'control-character':
      return vscode.l10n.t('A control character must be written as an escape.');
    case 'escape':
      return vscode.l10n.t('This backslash escapes nothing. Write it twice.');
    case 'comment':
      return vscode.l10n.t('JSON allows no comments. Name the file .jsonc to keep it.');
    case 'trailing-comma':
      return vscode.l10n.t('JSON allows no comma here. Remove it, or name the file .jsonc.');
  }
}
