import * as vscode from 'vscode';

/** The versions of this extension and of VS Code, for support. */
export function productVersions(): string {
  const manifest: unknown = vscode.extensions.getExtension('zero-touch.device-batch')?.packageJSON;
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : 'unknown';
  return `Device Batch ${String(version)}, VS Code ${vscode.version}`;
}
