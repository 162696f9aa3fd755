import type * as vscode from 'vscode';

/** The names a manifest may have; plain `.json` files are never touched. */
export const manifestGlob = '**/*.{devicebatch,device-batch}.{json,jsonc}';

/** Manifests of every scheme: on disk, untitled, in virtual workspaces. */
export const manifestSelector: vscode.DocumentSelector = [
  { language: 'json', pattern: manifestGlob },
  { language: 'jsonc', pattern: manifestGlob },
];

const manifestName = /\.device-?batch\.jsonc?$/i;

/** Whether a file of this name or path is a manifest. */
export function isManifestName(path: string): boolean {
  return manifestName.test(path);
}

/** What a manifest at this path is called for short: `Berlin` for `/lab/Berlin.devicebatch.jsonc`. */
export function manifestTitle(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(manifestName, '');
}
