import * as vscode from 'vscode';

import type { Problem } from '../../core/manifest/problem.ts';
import { problemWords } from './problems.ts';

/**
 * The sentence for a problem where it leaves the editor: it quotes nothing that stands in the manifest, and tells nothing
 * that was decoded from a hash. Names, types and keywords of the contract may stand in it, and places in the batch.
 */
export function bareProblemWords(problem: Problem): string {
  switch (problem.code) {
    case 'property-unknown':
      return problem.nearest === undefined
        ? vscode.l10n.t('This property is unknown and will not be sent.')
        : vscode.l10n.t('This property is unknown and will not be sent. Did you mean "{0}"?', problem.nearest);
    case 'property-twice':
      return vscode.l10n.t('This property stands in its object already. Remove one of the two.');
    case 'customer-id-form':
      return vscode.l10n.t('The customer id must be a GUID, like 00000000-1111-2222-3333-444444444444.');
    case 'batch-id-form':
      return vscode.l10n.t(
        'The batch id has blanks around it, or characters with which the batch cannot be addressed later.',
      );
    case 'group-tag':
      return vscode.l10n.t(
        'Partner Center has no group tag for a single device: the batch id is the tag. This property will not be sent.',
      );
    case 'hash-damaged':
      return vscode.l10n.t('The hash is damaged or cut. Collect it again.');
    case 'hash-identity':
      return vscode.l10n.t(
        'Serial number or manufacturer are missing inside the hash, or are placeholders. The service answers error 802.',
      );
    case 'hash-mismatch':
      return vscode.l10n.t('This value differs from the one inside the hash.');
    case 'hash-note':
      return vscode.l10n.t('The hash has a peculiarity. The editor says which.');
    case 'duplicate-device':
      return vscode.l10n.t('Device {0} is the same machine.', problem.first.index + 1);
    case 'board-replaced':
      return vscode.l10n.t(
        'Device {0} has the same serial number and manufacturer, but another board.',
        problem.first.index + 1,
      );
    case 'tuple-spelling':
      return vscode.l10n.t('Firmware spells this otherwise. The device is found only where every character agrees.');
    case 'syntax':
    case 'schema':
    case 'identity-missing':
    case 'batch-id-blank':
    case 'devices-empty':
    case 'policies-empty':
    case 'batch-large':
    case 'hash-altered':
    case 'hash-unrecognized':
    case 'placeholder-identity':
    case 'padded-value':
    case 'product-key-form':
      return problemWords(problem);
  }
}
