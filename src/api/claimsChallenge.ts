const longestHeader = 16_384;
const longestClaims = 4096;

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
/** A parameter, or a scheme with or without its token68 (RFC 9110, 11.2 and 11.6.1). */
const piece = new RegExp(
  `[\\s,]*(?:(?<name>${token})\\s*=\\s*(?:"(?<quoted>(?:[^"\\\\]|\\\\.)*)"|(?<bare>[^\\s,"]+))` +
    `|(?<scheme>${token})(?:[ ]+[\\w.~+/-]+=*(?=\\s*(?:,|$)))?)`,
  'gy',
);

/**
 * Rebuilds the claims challenge in a `WWW-Authenticate` header as `Bearer claims="<base64>"`; `undefined` if it has none.
 *
 * Nothing but the claims goes through, because a challenge may name scopes and authorities that are not ours: they must
 * be a JSON object of at most 4 KB, in base64, base64url or as they are (Microsoft identity platform, "Claims challenges").
 */
export function claimsChallengeOf(header: string | undefined): string | undefined {
  const claims = bearerClaims(header ?? '');
  const json = claims === undefined ? undefined : jsonOf(claims);
  return json === undefined || json.length > longestClaims ? undefined : `Bearer claims="${btoa(json)}"`;
}

/** The parameter `claims` of the first Bearer challenge that has it. */
function bearerClaims(header: string): string | undefined {
  if (header.length > longestHeader) {
    return undefined;
  }
  let scheme = '';
  for (const { groups = {} } of header.matchAll(piece)) {
    scheme = groups['scheme']?.toLowerCase() ?? scheme;
    if (scheme === 'bearer' && groups['name']?.toLowerCase() === 'claims') {
      return groups['quoted']?.replaceAll(/\\(.)/g, '$1') ?? groups['bare'];
    }
  }
  return undefined;
}

/** The claims as JSON in ASCII, written anew. */
function jsonOf(claims: string): string | undefined {
  try {
    const value: unknown = JSON.parse(claims.trimStart().startsWith('{') ? claims : decodeBase64(claims));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? asciiJson(value) : undefined;
  } catch {
    return undefined;
  }
}

function decodeBase64(text: string): string {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), byte => byte.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function asciiJson(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[\u0080-\uFFFF]/g,
    unit => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
