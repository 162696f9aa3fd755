import * as vscode from 'vscode';

import { inSlices } from './inSlices.ts';
import { placesInSteps } from './placesInText.ts';
import { type TextFileReading, readTextFile } from './readTextFile.ts';
import { type TextTab, textTabs } from './textTabs.ts';

/** A manifest: where its text is to be had, and what checking it and showing places in it takes. */
export interface ManifestSource {
  readonly uri: vscode.Uri;
  readonly languageId: string;
  /** Whether what the user sees is not on disk, or not all of it. */
  readonly isUnsaved: boolean;
  /** Whether extensions get the document, and so its problems are shown in it. Otherwise its text is what is on disk. */
  readonly isLive: boolean;
  /** The present text. @throws what `readTextFile` throws, where it is read from disk. */
  readonly read: (reading: TextFileReading) => Promise<string>;
}

/** VS Code gives extensions no document of more UTF-16 units than this (`TextModel._MODEL_SYNC_LIMIT`). No text has more units than bytes. */
const mostLiveBytes = 50 * 1024 * 1024;

/**
 * The manifest at `uri`: its document, or its file where that is too large for one.
 *
 * @throws what VS Code says where it cannot open it.
 */
export async function manifestSource(uri: vscode.Uri): Promise<ManifestSource> {
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  if (open !== undefined) {
    return documentSource(open);
  }
  if (await isTooLarge(uri)) {
    return fileSource(uri);
  }
  try {
    return documentSource(await vscode.workspace.openTextDocument(uri));
  } catch (error) {
    // What has a tab and yet no document is too large for one, whatever its file is like: that may just be written, or not be there yet.
    if (tabOf(uri) !== undefined) {
      return fileSource(uri);
    }
    throw error;
  }
}

/** Shows the place at an offset of the manifest's text. */
export async function showPlace({ uri }: ManifestSource, text: string, offset: number): Promise<void> {
  const places = await inSlices(placesInSteps(text, [offset]), () => false);
  const { line, character } = places?.[0] ?? { line: 0, character: 0 };
  const selection = new vscode.Range(line, character, line, character);
  await vscode.commands.executeCommand('vscode.open', uri, { selection });
}

async function isTooLarge(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size > mostLiveBytes;
  } catch {
    // What is not there is for VS Code to say where it opens it.
    return false;
  }
}

function documentSource(document: vscode.TextDocument): ManifestSource {
  const { uri, languageId, isDirty, isUntitled } = document;
  return { uri, languageId, isUnsaved: isDirty || isUntitled, isLive: true, read: async () => document.getText() };
}

function fileSource(uri: vscode.Uri): ManifestSource {
  return {
    uri,
    languageId: /\.jsonc$/i.test(uri.path) ? 'jsonc' : 'json',
    isUnsaved: tabOf(uri)?.isDirty === true,
    isLive: false,
    read: reading => readTextFile(uri, reading),
  };
}

function tabOf(uri: vscode.Uri): TextTab | undefined {
  const tabs = textTabs().filter(tab => tab.uri.toString() === uri.toString());
  return tabs.find(({ isDirty }) => isDirty) ?? tabs[0];
}
