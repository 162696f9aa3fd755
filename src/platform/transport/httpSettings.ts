import * as vscode from 'vscode';

import type { ProxySettings } from './proxyFor.ts';

/** What of VS Code's own `http.*` settings concerns a connection. */
export interface HttpSettings extends ProxySettings {
  /** `http.proxyStrictSSL`: whether the proxy's certificate is verified. The service's always is. */
  readonly strictProxySsl: boolean;
  /** `http.systemCertificates`: whether the authorities of the operating system are trusted too. */
  readonly systemCertificates: boolean;
}

const supports = ['off', 'on', 'fallback', 'override'] as const;

/** Reads the settings as they are now; what is not usable counts as VS Code's default. */
export function readHttpSettings(): HttpSettings {
  const http = vscode.workspace.getConfiguration('http');
  const authorization: unknown = http.get('proxyAuthorization');
  const proxy: unknown = http.get('proxy');
  const noProxy: unknown = http.get('noProxy');
  const support: unknown = http.get('proxySupport');
  return {
    proxy: typeof proxy === 'string' ? proxy : '',
    noProxy: Array.isArray(noProxy) ? noProxy.filter(entry => typeof entry === 'string') : [],
    support: supports.find(known => known === support) ?? 'override',
    authorization: typeof authorization === 'string' && authorization !== '' ? authorization : undefined,
    strictProxySsl: http.get('proxyStrictSSL') !== false,
    systemCertificates: http.get('systemCertificates') !== false,
  };
}
