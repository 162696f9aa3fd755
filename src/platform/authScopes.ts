import { type SignIn, scopeOf } from '../api/clouds.ts';

/** As whom, where and with which app registration to sign in; what is absent is left to VS Code's own defaults. */
export interface SignInTarget {
  /** A GUID. */
  readonly clientId: string | undefined;
  /** A GUID: of a tenant named by its domain the provider caches nothing. */
  readonly tenantId: string | undefined;
}

/**
 * The scopes for Partner Center. VS Code's Microsoft provider takes those that begin with `VSCODE_` for itself and adds
 * `offline_access` by itself (microsoft/vscode, extensions/microsoft-authentication, `scopeData.ts`).
 */
export function scopesFor(signIn: SignIn, { clientId, tenantId }: SignInTarget): readonly string[] {
  return [
    ...(clientId === undefined ? [] : [`VSCODE_CLIENT_ID:${clientId}`]),
    ...(tenantId === undefined ? [] : [`VSCODE_TENANT:${tenantId}`]),
    scopeOf(signIn),
  ];
}
