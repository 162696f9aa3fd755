import * as vscode from 'vscode';

import { askPick } from '../../../platform/prompts.ts';
import type { PreviewedUpload } from './previewedUpload.ts';

/** The place of a request: the one given, the only one, or the user's pick. @throws {vscode.CancellationError} when nothing is picked. */
export async function pickPart({ plan }: PreviewedUpload, given: unknown): Promise<number> {
  const all = plan.parts.length;
  if (typeof given === 'number' && given >= 0 && given < all) {
    return given;
  }
  if (all === 1) {
    return 0;
  }
  const items = plan.parts.map(({ count }, part) => ({
    label: vscode.l10n.t('Request {0} of {1}', part + 1, all),
    description: count === 1 ? vscode.l10n.t('1 device') : vscode.l10n.t('{0} devices', count),
    part,
  }));
  return (await askPick(items, { placeHolder: vscode.l10n.t('Pick a request') })).part;
}
