import * as vscode from 'vscode';

import type { HashAlteration, HashDamage } from '../../core/hash/hardwareHash.ts';
import { plainText } from '../plainText.ts';

/** Why a hash cannot be read, and what to do. */
export function damageWords(damage: HashDamage): string {
  switch (damage.kind) {
    case 'character':
      return vscode.l10n.t(
        'The hash is damaged: "{0}" at character {1} does not belong there. Collect it again.',
        plainText(damage.character),
        damage.offset + 1,
      );
    case 'length':
      return vscode.l10n.t(
        'The hash is damaged: with {0} characters it cannot be whole. Collect it again.',
        damage.characters,
      );
    case 'cut':
      return damage.cellLimit === undefined
        ? vscode.l10n.t('The hash is cut after {0} characters. Collect it again.', damage.characters)
        : vscode.l10n.t(
            'The hash is cut after {0} characters, the most that a cell or field of that kind holds. Take it from the original file.',
            damage.characters,
          );
  }
}

/** In what a whole hash differs from what was collected. */
export function alterationWords(alteration: HashAlteration): string {
  switch (alteration.kind) {
    case 'records':
      return vscode.l10n.t(
        'The hash was altered: its contents break off at byte {0}. Collect it again.',
        alteration.byteOffset,
      );
    case 'trailer-missing':
      return vscode.l10n.t('The hash was altered: its checksum is missing. Collect it again.');
    case 'digest':
      return vscode.l10n.t('The hash was altered: its checksum does not match its contents. Collect it again.');
    case 'bytes-behind-trailer':
      return vscode.l10n.t('The hash was altered: something stands behind its end. Collect it again.');
    case 'padding':
      return vscode.l10n.t('The hash ends with "=", which a whole one never does.');
    case 'characters':
      return vscode.l10n.t('The hash has {0} characters; a whole one has 4,000.', alteration.characters);
  }
}
