import * as vscode from 'vscode';

import { askPick } from '../../platform/prompts.ts';
import { readSignInSettings } from '../../platform/settings.ts';

/** Microsoft identity platform, "Register an application". */
const portal = 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade';

/** How long the status bar says that something was copied, in milliseconds. */
const saidMs = 4000;

interface Step extends vscode.QuickPickItem {
  readonly take: () => Thenable<unknown>;
}

/**
 * Helps to register an app to sign in with: opens the portal, and copies what is to be entered there, until it is dismissed.
 *
 * @throws {vscode.CancellationError} then.
 */
export async function registerApp(): Promise<never> {
  for (;;) {
    const step = await askPick(steps(), {
      title: vscode.l10n.t('Register an App for Partner Center'),
      placeHolder: vscode.l10n.t('Open the portal, then pick what to copy into it'),
      matchOnDetail: true,
    });
    await step.take();
  }
}

function steps(): readonly Step[] {
  return [
    {
      label: `$(link-external) ${vscode.l10n.t('Open App Registrations in Microsoft Entra')}`,
      detail: vscode.l10n.t('Choose "New registration", for accounts of your partner tenant only.'),
      take: () => vscode.env.openExternal(vscode.Uri.parse(portal)),
    },
    heading(vscode.l10n.t('Redirect URIs, for "Mobile and desktop applications"')),
    ...redirectUris().map(([uri, description]) => copying(uri, description)),
    heading(vscode.l10n.t('API permission, delegated')),
    // Partner Center REST, "Partner Center authentication".
    copying('fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd', vscode.l10n.t('Microsoft Partner Center')),
    copying('user_impersonation', vscode.l10n.t('The permission')),
    heading(vscode.l10n.t('When the app is registered')),
    {
      label: `$(gear) ${vscode.l10n.t('Enter Its Client ID and Your Tenant')}`,
      take: () => vscode.commands.executeCommand('workbench.action.openSettings', 'deviceBatch.auth'),
    },
  ];
}

/** Where Microsoft Entra sends the browser, or the system's broker, back to (microsoft/vscode, extensions/microsoft-authentication). */
function redirectUris(): readonly (readonly [uri: string, usedBy: string])[] {
  const clientId = readSignInSettings().clientId ?? `<${vscode.l10n.t('client id')}>`;
  return [
    ['http://localhost', vscode.l10n.t('VS Code on this computer')],
    ['https://vscode.dev/redirect', vscode.l10n.t('remote windows and the browser')],
    [`ms-appx-web://Microsoft.AAD.BrokerPlugin/${clientId}`, 'Windows'],
    ['msauth.com.microsoft.VSCode://auth', 'macOS'],
    ['https://login.microsoftonline.com/common/oauth2/nativeclient', 'Linux'],
  ];
}

function copying(text: string, description: string): Step {
  return {
    label: `$(copy) ${text}`,
    detail: description,
    take: async () => {
      await vscode.env.clipboard.writeText(text);
      vscode.window.setStatusBarMessage(vscode.l10n.t('Copied: {0}', text), saidMs);
    },
  };
}

function heading(label: string): Step {
  return { label, kind: vscode.QuickPickItemKind.Separator, take: async () => undefined };
}
