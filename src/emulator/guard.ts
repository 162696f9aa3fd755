import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import { type Answer, fault } from './answer.ts';

/**
 * Decides whether a request may talk to the emulator; `undefined` means yes.
 *
 * A web page can reach the loopback too. It cannot know the secret; and a name that was rebound to 127.0.0.1 shows in
 * `Host`, a cross-site request in `Origin` or `Sec-Fetch-Site` (Fetch Standard; Fetch Metadata Request Headers), which
 * no client of ours sends.
 */
export function refusalOf(
  headers: IncomingHttpHeaders,
  expected: { readonly host: string; readonly secret: string },
): Answer | undefined {
  if (headers.host !== expected.host) {
    return fault(421, '421', 'Unexpected host.');
  }
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) {
    return fault(403, '403', 'Browsers are not served.');
  }
  if (!isSame(headers.authorization ?? '', `Bearer ${expected.secret}`)) {
    const refusal = fault(401, '800001', 'The partner token is missing from the request context.');
    return { ...refusal, headers: { ...refusal.headers, 'WWW-Authenticate': 'OAuth realm=urn:cpsvc:cpid:emulator' } };
  }
  return undefined;
}

/** Compares digests, so that the time it takes tells nothing about the texts. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
