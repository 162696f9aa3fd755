import * as vscode from 'vscode';

import { gateInSteps } from '../core/upload/gate.ts';
import type { Manifests } from '../uploads/uploadPorts.ts';
import type { CheckText } from './checkText.ts';
import { inSlices } from './inSlices.ts';
import { readRuleSettings } from './settings.ts';

/** What reading manifests takes. */
export interface ManifestReaderDeps {
  readonly checkText: CheckText;
  /** The digest that uploads are recorded with. */
  readonly digest: (text: string) => Promise<string>;
}

/** Reads manifests as VS Code has them, wherever they are. */
export function createManifestReader({ checkText, digest }: ManifestReaderDeps): Manifests {
  return {
    read: async uri => {
      const document = await opened(uri);
      if (document === undefined) {
        return undefined;
      }
      const text = document.getText();
      const check = await checkText(text, document);
      const gate = await inSlices(gateInSteps(check, readRuleSettings(document.uri).rules), () => false);
      return gate?.is === 'open' ? { digest: await digest(text), devices: gate.batch.devices } : undefined;
    },
  };
}

/** `undefined` where there is no such document any more. */
async function opened(uri: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  } catch {
    return undefined;
  }
}
