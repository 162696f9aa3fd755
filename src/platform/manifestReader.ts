import * as vscode from 'vscode';

import { gateInSteps } from '../core/upload/gate.ts';
import type { Manifests } from '../uploads/uploadPorts.ts';
import type { CheckText } from './checkText.ts';
import { inSlices } from './inSlices.ts';
import { manifestSource } from './manifestSource.ts';
import { readRuleSettings } from './settings.ts';

/** What reading manifests takes. */
export interface ManifestReaderDeps {
  readonly checkText: CheckText;
  /** The digest that uploads are recorded with. */
  readonly digest: (text: string) => Promise<string>;
}

/** Reads manifests as VS Code has them, wherever they are; those that are too large for it, as they are on disk. */
export function createManifestReader({ checkText, digest }: ManifestReaderDeps): Manifests {
  return {
    read: async address => {
      const uri = vscode.Uri.parse(address, true);
      const found = await present(uri);
      if (found === undefined) {
        return undefined;
      }
      const { text, languageId } = found;
      const check = await checkText(text, { uri, languageId });
      const gate = await inSlices(gateInSteps(check, readRuleSettings(uri).rules), () => false);
      return gate?.is === 'open' ? { digest: await digest(text), devices: gate.batch.devices } : undefined;
    },
  };
}

interface PresentText {
  readonly text: string;
  readonly languageId: string;
}

/** `undefined` where there is no such manifest any more, or none that can be read. */
async function present(uri: vscode.Uri): Promise<PresentText | undefined> {
  try {
    const source = await manifestSource(uri);
    return { text: await source.read({ signal: new AbortController().signal }), languageId: source.languageId };
  } catch {
    return undefined;
  }
}
