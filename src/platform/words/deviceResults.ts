import * as vscode from 'vscode';

import { deviceFaultOf } from '../../core/deviceErrors.ts';
import type { MatchedBy } from '../../core/upload/matchDevices.ts';
import type { DeviceVerdict } from '../../core/upload/outcome.ts';
import { plainText } from '../plainText.ts';
import { deviceErrorWords } from './deviceErrors.ts';

/** A decision about a device other than that it is registered now. */
type Verdict = Exclude<DeviceVerdict, { readonly is: 'registered' }>;

/** Why a device was not registered, or not anew: what that means, the service's own words, and what to do. On one line. */
export function deviceResultWords({ error, is }: Verdict, matchedBy: MatchedBy): string {
  const { service, explanation, nextStep } = deviceErrorWords(deviceFaultOf(error.code, error.description));
  const hasWords = error.code !== undefined || error.description !== undefined;
  const sentences = [
    explanation ??
      (is === 'failed'
        ? vscode.l10n.t('Partner Center did not register this device, and what its answer means is not documented.')
        : vscode.l10n.t('The device was registered before.')),
    hasWords ? vscode.l10n.t('Partner Center says "{0}".', service) : service,
    nextStep,
    matchedBy === 'position'
      ? vscode.l10n.t('The answer was found by its place in the list only, so it may be about another device.')
      : undefined,
  ];
  return sentences.filter(sentence => sentence !== undefined).join(' ');
}

/** The error in one word, to look it up by: its code as the service sent it, else its name. */
export function deviceErrorTitle({ error }: Verdict): string {
  const { known } = deviceFaultOf(error.code, error.description);
  return plainText(error.code ?? known?.name ?? vscode.l10n.t('no code'));
}

/** Many devices that were registered before, together. */
export function alreadyRegisteredWords(devices: number): string {
  return vscode.l10n.t(
    '{0} of these devices were registered to this customer before. They keep their earlier batch and group tag.',
    devices,
  );
}

/** That not all answers are shown. */
export function moreResultsWords(shown: number, all: number): string {
  return vscode.l10n.t("Showing {0} of Partner Center's {1} answers. The status page has them all.", shown, all);
}
