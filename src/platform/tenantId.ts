import { type HttpResponse, type Transport, TransportError } from '../api/http.ts';
import { signInErrorOf } from '../core/deviceErrors.ts';
import { readGuid } from '../core/guid.ts';
import { SignInError, collectiveTenants } from './authErrors.ts';

/** A tenant as people name it: by its GUID or by one of its domains. */
type TenantName = { readonly is: 'id'; readonly id: string } | { readonly is: 'domain'; readonly domain: string };

const domainName = /^(?=.{1,253}$)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/;

/** Reads the setting. @throws {SignInError} if it names no single tenant. */
function readTenantName(text: string): TenantName {
  const id = readGuid(text);
  if (id !== undefined) {
    return { is: 'id', id };
  }
  const name = text.trim().toLowerCase();
  const collective = collectiveTenants.find(tenant => tenant === name);
  if (collective !== undefined) {
    throw new SignInError({ is: 'tenant-collective', tenant: collective });
  }
  if (!domainName.test(name)) {
    throw new SignInError({ is: 'tenant-malformed' });
  }
  return { is: 'domain', domain: name };
}

/** Finds the GUIDs of tenants, each domain once. */
export class TenantIds {
  readonly #transport: Transport;
  readonly #known = new Map<string, string>();

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * The tenant's GUID, in lower case. A domain is asked for at `authority`, without a sign-in.
   *
   * @throws {SignInError} if the text names no tenant, or it cannot be found out which.
   * @throws the signal's reason when it is aborted.
   */
  async find(text: string, authority: URL, signal: AbortSignal): Promise<string> {
    const name = readTenantName(text);
    if (name.is === 'id') {
      return name.id;
    }
    const url = discoveryDocument(name.domain, authority);
    const id = this.#known.get(url.href) ?? (await this.#discover(url, name.domain, signal));
    this.#known.set(url.href, id);
    return id;
  }

  async #discover(url: URL, domain: string, signal: AbortSignal): Promise<string> {
    const { status, body } = await this.#get(url, domain, signal);
    const text = new TextDecoder().decode(body);
    const id = status === 200 ? tenantOf(text) : undefined;
    if (id !== undefined) {
      return id;
    }
    const refusal = signInErrorOf(text)?.known;
    throw new SignInError(
      refusal?.id === 'tenant-unknown'
        ? { is: 'domain-unknown', domain }
        : { is: 'domain-unresolved', domain, fault: undefined },
      { cause: new Error(`${url.href} was answered with ${status}.`) },
    );
  }

  async #get(url: URL, domain: string, signal: AbortSignal): Promise<HttpResponse> {
    try {
      return await this.#transport({ method: 'GET', url, headers: { Accept: 'application/json' }, signal });
    } catch (error) {
      signal.throwIfAborted();
      const fault = error instanceof TransportError ? error.fault : undefined;
      throw new SignInError({ is: 'domain-unresolved', domain, fault }, { cause: error });
    }
  }
}

/** Microsoft identity platform, "OpenID Connect": the tenant's metadata. */
function discoveryDocument(domain: string, authority: URL): URL {
  return new URL(`/${domain}/v2.0/.well-known/openid-configuration`, authority);
}

/** The GUID in the issuer's path: `https://login.microsoftonline.com/<tenant>/v2.0`. */
function tenantOf(document: string): string | undefined {
  const issuer = issuerIn(document);
  const [, tenant = ''] = URL.parse(issuer ?? '')?.pathname.split('/') ?? [];
  return readGuid(tenant);
}

function issuerIn(document: string): string | undefined {
  try {
    const value: unknown = JSON.parse(document);
    const issuer = typeof value === 'object' && value !== null && 'issuer' in value ? value.issuer : undefined;
    return typeof issuer === 'string' ? issuer : undefined;
  } catch {
    return undefined;
  }
}
