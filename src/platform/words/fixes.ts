import * as vscode from 'vscode';

import type { Fix } from '../../core/manifest/fixes/fix.ts';
import { plainText } from '../plainText.ts';

/** What a quick fix is called. */
export function fixWords(fix: Fix): string {
  switch (fix.kind) {
    case 'quote-value':
      return vscode.l10n.t('Put in quotes');
    case 'rename-property':
      return vscode.l10n.t('Rename to "{0}"', fix.name);
    case 'plain-customer-id':
      return vscode.l10n.t('Write as {0}', fix.customerId);
    case 'trim-batch-id':
      return vscode.l10n.t('Remove the blanks around it');
    case 'move-group-tag':
      return vscode.l10n.t('Make "{0}" the batch id', plainText(fix.tag));
    case 'remove-group-tag':
      return vscode.l10n.t('Remove "{0}"', plainText(fix.name));
    case 'remove-empty-policies':
      return vscode.l10n.t('Remove the empty policies');
    case 'remove-repeat':
      return vscode.l10n.t('Remove the repeated "{0}"', plainText(fix.name));
    case 'remove-padding':
      return vscode.l10n.t('Remove the blanks and line breaks');
    case 'take-spelling':
      return vscode.l10n.t('Write "{0}"', plainText(fix.spelling));
    case 'remove-secret-key':
      return vscode.l10n.t('Remove the product key');
    case 'remove-duplicate':
      return vscode.l10n.t('Remove device {0}, keep device {1}', fix.removedIndex + 1, fix.keptIndex + 1);
    case 'keep-newest':
      return vscode.l10n.t(
        'Keep the newer hash: remove device {0}, keep device {1}',
        fix.removedIndex + 1,
        fix.keptIndex + 1,
      );
    case 'restore-hash':
      return vscode.l10n.t('Restore the hash');
    case 'take-hashed-value':
      return fix.field === 'productKey'
        ? vscode.l10n.t('Take the product key id from the hash')
        : vscode.l10n.t('Take "{0}" from the hash', plainText(fix.value));
    case 'remove-hash':
      return vscode.l10n.t('Keep what is typed, remove the hash');
    case 'fill-from-hash':
      return vscode.l10n.t('Fill in {0} from the hash', fix.fields.join(', '));
  }
}

/** What filling in from every hash of the file is called. */
export function fillAllWords(): string {
  return vscode.l10n.t('Fill in what is missing from all hashes');
}

/** What fixing all problems of a kind is called. */
export function fixAllWords(kind: Fix['kind'], count: number): string {
  switch (kind) {
    case 'quote-value':
      return vscode.l10n.t('Put all {0} values in quotes', count);
    case 'rename-property':
      return vscode.l10n.t('Rename all {0} unknown properties to the nearest known names', count);
    case 'plain-customer-id':
    case 'trim-batch-id':
    case 'move-group-tag':
      return vscode.l10n.t('Fix all {0} of these', count);
    case 'remove-group-tag':
      return vscode.l10n.t('Remove all {0} group tags', count);
    case 'remove-empty-policies':
      return vscode.l10n.t('Remove all {0} empty policies', count);
    case 'remove-repeat':
      return vscode.l10n.t('Remove all {0} repeated properties', count);
    case 'remove-padding':
      return vscode.l10n.t('Remove the blanks and line breaks of all {0} values', count);
    case 'take-spelling':
      return vscode.l10n.t('Take the spelling of firmware for all {0} values', count);
    case 'remove-secret-key':
      return vscode.l10n.t('Remove all {0} product keys', count);
    case 'remove-duplicate':
      return vscode.l10n.t('Remove all {0} duplicates', count);
    case 'keep-newest':
      return vscode.l10n.t('Keep only the newest hash of every machine ({0} devices go)', count);
    case 'restore-hash':
      return vscode.l10n.t('Restore all {0} hashes', count);
    case 'take-hashed-value':
      return vscode.l10n.t('Take all {0} values from the hashes', count);
    case 'remove-hash':
      return vscode.l10n.t('Keep what is typed, remove all {0} hashes', count);
    case 'fill-from-hash':
      return fillAllWords();
  }
}
