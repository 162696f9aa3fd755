/** VS Code's proxy settings: `http.proxy`, `http.noProxy`, `http.proxySupport` and `http.proxyAuthorization`. */
export interface ProxySettings {
  /** Empty where none is set. */
  readonly proxy: string;
  readonly noProxy: readonly string[];
  readonly support: 'off' | 'on' | 'fallback' | 'override';
  /** The value of `Proxy-Authorization`. */
  readonly authorization: string | undefined;
}

/** How to reach a host. */
export type Route =
  | { readonly via: 'nothing' }
  | { readonly via: 'proxy'; readonly proxy: URL; readonly authorization: string | undefined }
  /** A proxy is set that cannot be used: not an address, or one of SOCKS. */
  | { readonly via: 'unusable-proxy' };

const direct: Route = { via: 'nothing' };

/**
 * Decides the route to `url` as VS Code does for its own requests: loopback directly; hosts of `http.noProxy` (without it, of
 * `NO_PROXY`) directly; everything else through `http.proxy`, else through the proxy of the environment.
 *
 * As with VS Code, a variable in lower case counts before the same in upper case, and `HTTP_PROXY` where there is no `HTTPS_PROXY`.
 */
export function proxyFor(url: URL, settings: ProxySettings, env: Readonly<Record<string, string | undefined>>): Route {
  if (settings.support === 'off' || isLoopback(url)) {
    return direct;
  }
  const exceptions =
    settings.noProxy.length > 0 ? settings.noProxy : (env['no_proxy'] ?? env['NO_PROXY'] ?? '').split(',');
  if (exceptions.some(exception => isExcepted(url, exception.trim().toLowerCase()))) {
    return direct;
  }
  const address = [settings.proxy, env['https_proxy'], env['HTTPS_PROXY'], env['http_proxy'], env['HTTP_PROXY']]
    .map(candidate => candidate?.trim())
    .find(Boolean);
  return address === undefined ? direct : routeThrough(address, settings.authorization);
}

/** Whether the address is one of this machine's own, by its form alone: no name is resolved. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Forms: `*`, `host` and `.host` with their subdomains, `*.host`, each with or without `:port`. */
function isExcepted(url: URL, exception: string): boolean {
  const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(exception) ?? [];
  if (name === '' || (port !== undefined && port !== portOf(url))) {
    return false;
  }
  const domain = name.replace(/^\*?\./, '');
  return name === '*' || url.hostname === domain || url.hostname.endsWith(`.${domain}`);
}

export function portOf(url: URL): string {
  return url.port || (url.protocol === 'https:' ? '443' : '80');
}

function routeThrough(address: string, authorization: string | undefined): Route {
  const proxy = URL.parse(address.includes('://') ? address : `http://${address}`);
  if (proxy === null || (proxy.protocol !== 'http:' && proxy.protocol !== 'https:')) {
    return { via: 'unusable-proxy' };
  }
  return { via: 'proxy', proxy: new URL(proxy.origin), authorization: authorization ?? credentialsOf(proxy) };
}

/** RFC 7617. A percent sign that encodes nothing is part of the password. */
function credentialsOf({ username, password }: URL): string | undefined {
  return username === '' && password === ''
    ? undefined
    : `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
