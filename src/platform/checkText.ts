import type * as vscode from 'vscode';

import type { ManifestIndex } from '../core/manifest/manifestIndex.ts';
import type { TextSource } from '../core/manifest/textSource.ts';
import type { Check, checkInSteps } from '../core/manifest/validate.ts';
import type { Sha256 } from '../core/sha256.ts';
import { inSlices } from './inSlices.ts';
import { readMaxDevicesPerRequest } from './settings.ts';

/** What checks need from outside. */
export interface CheckPorts {
  /** Loads the checks: most windows never see a manifest. */
  readonly loadCheck: () => Promise<typeof checkInSteps>;
  readonly sha256: Sha256;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a text is checked as: the language it is in, and where its settings are. */
export type CheckedAs = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

/** Checks a text with the language and settings of a document. @throws the signal's reason when it is aborted. */
export type CheckText = (text: string, document: CheckedAs, signal?: AbortSignal) => Promise<Check>;

/** Checks texts in slices that leave the extension host free. */
export function createCheckText(ports: CheckPorts): CheckText {
  return async (text, document, signal) => {
    const check = await checkInSlices(text, document, ports, () => signal?.aborted === true);
    signal?.throwIfAborted();
    if (check === undefined) {
      throw new Error('A check that nothing overtakes was overtaken.');
    }
    return check;
  };
}

/**
 * Checks the text, with a break every few milliseconds; `undefined` once `overtaken` says so after a break. `source` is where the text is
 * to be had later.
 */
export async function checkInSlices(
  text: string,
  document: CheckedAs,
  { loadCheck, sha256, now }: CheckPorts,
  overtaken: () => boolean,
  source?: TextSource,
): Promise<ManifestIndex | undefined> {
  const check = await loadCheck();
  if (overtaken()) {
    return undefined;
  }
  const options = {
    language: document.languageId === 'jsonc' ? 'jsonc' : 'json',
    sha256,
    now: now(),
    maxDevicesPerRequest: readMaxDevicesPerRequest(document.uri),
  } as const;
  return inSlices(check(text, options, source), overtaken);
}
