import { createHash, randomUUID } from 'node:crypto';

import type { Knobs, SignInError, User } from './knobs.ts';

/** What an access token was issued for. */
export interface Grant {
  readonly user: User;
  readonly clientId: string;
  /** A GUID, whatever the client called the tenant. */
  readonly tenantId: string;
  /** Space-separated, as asked for. */
  readonly scope: string;
  /** The claims request (JSON) that it satisfies; empty where there was none. */
  readonly claims: string;
}

/** A sign-in whose code was not redeemed yet. */
interface PendingSignIn {
  readonly grant: Grant;
  readonly challenge: string;
  readonly redirectUri: string;
}

/** What the token endpoint answers; `body` is that of a token response (OAuth 2.0, section 5.1). */
export type TokenAnswer =
  | { readonly is: 'issued'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly is: 'refused'; readonly error: SignInError };

/** The tenant that every user is at home in. */
export const homeTenantId = '11111111-2222-4333-8444-555555555555';

/** The codes and tokens that were handed out, and what each is good for. */
export class Grants {
  /** Every code and token that was handed out, in order. */
  readonly secrets: string[] = [];
  readonly #knobs: Knobs;
  readonly #codes = new Map<string, PendingSignIn>();
  readonly #refreshTokens = new Map<string, Grant>();
  readonly #accessTokens = new Map<string, Grant>();

  constructor(knobs: Knobs) {
    this.#knobs = knobs;
  }

  /** What the access token in an `Authorization` header was issued for; `undefined` if it was not issued here. */
  ofHeader(authorization: string | undefined): Grant | undefined {
    return this.#accessTokens.get((authorization ?? '').replace(/^Bearer /, ''));
  }

  /** A code for the sign-in that `query`, the parameters of the authorization request, asks for. */
  newCode(tenant: string, query: URLSearchParams): string {
    const code = this.#newSecret('code');
    this.#codes.set(code, {
      grant: {
        user: this.#knobs.user,
        clientId: query.get('client_id') ?? '',
        tenantId: tenantIdOf(tenant),
        scope: query.get('scope') ?? '',
        claims: query.get('claims') ?? '',
      },
      challenge: query.get('code_challenge') ?? '',
      redirectUri: query.get('redirect_uri') ?? '',
    });
    return code;
  }

  /**
   * Answers a token request.
   *
   * @param host that was asked, which issues the token
   */
  redeem(host: string, tenant: string, form: URLSearchParams): TokenAnswer {
    const grant =
      this.#knobs.tokenError ??
      (form.get('grant_type') === 'refresh_token' ? this.#refresh(tenant, form) : this.#redeemCode(form));
    return 'error' in grant ? { is: 'refused', error: grant } : { is: 'issued', body: this.#issue(host, grant) };
  }

  #redeemCode(form: URLSearchParams): Grant | SignInError {
    const code = form.get('code') ?? '';
    const signIn = this.#codes.get(code);
    this.#codes.delete(code);
    if (signIn === undefined) {
      return { error: 'invalid_grant', number: 70008, text: 'The code is expired or unknown.' };
    }
    // RFC 7636, section 4.6.
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (verifier !== signIn.challenge || form.get('redirect_uri') !== signIn.redirectUri) {
      return { error: 'invalid_grant', number: 501481, text: 'The code was issued to somebody else.' };
    }
    return signIn.grant;
  }

  #refresh(tenant: string, form: URLSearchParams): Grant | SignInError {
    const earlier = this.#refreshTokens.get(form.get('refresh_token') ?? '');
    const claims = form.get('claims') ?? '';
    if (earlier === undefined) {
      return { error: 'invalid_grant', number: 700082, text: 'The refresh token is expired or unknown.' };
    }
    // VS Code has claims of its own in every request; a challenge asks for an authentication context (`acrs`).
    if (claims.includes('"acrs"') && this.#knobs.refreshWithClaimsError !== undefined) {
      return this.#knobs.refreshWithClaimsError;
    }
    return { ...earlier, tenantId: tenantIdOf(tenant), scope: form.get('scope') ?? '', claims };
  }

  #issue(host: string, grant: Grant): Record<string, unknown> {
    const accessToken = this.#newSecret('access');
    const refreshToken = this.#newSecret('refresh');
    this.#accessTokens.set(accessToken, grant);
    this.#refreshTokens.set(refreshToken, grant);
    return {
      token_type: 'Bearer',
      scope: grant.scope
        .split(' ')
        .filter(name => name !== 'offline_access')
        .join(' '),
      expires_in: this.#knobs.accessTokenSeconds,
      ext_expires_in: this.#knobs.accessTokenSeconds,
      access_token: accessToken,
      refresh_token: refreshToken,
      id_token: idToken(host, grant),
      client_info: base64urlJson({ uid: grant.user.objectId, utid: homeTenantId }),
    };
  }

  #newSecret(kind: string): string {
    const secret = `${kind}-${randomUUID()}`;
    this.secrets.push(secret);
    return secret;
  }
}

// MSAL reads the claims and does not check the signature of a token that came over TLS from the token endpoint.
function idToken(host: string, { user, clientId, tenantId }: Grant): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    ver: '2.0',
    aud: clientId,
    iss: `https://${host}/${tenantId}/v2.0`,
    tid: tenantId,
    oid: user.objectId,
    sub: user.objectId,
    preferred_username: user.name,
    name: user.name,
    iat: now,
    nbf: now,
    exp: now + 3600,
  };
  return [base64urlJson({ typ: 'JWT', alg: 'RS256', kid: 'test' }), base64urlJson(claims), 'unsigned'].join('.');
}

function tenantIdOf(tenant: string): string {
  return /^[0-9a-f-]{36}$/i.test(tenant) ? tenant : homeTenantId;
}

function base64urlJson(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
