/**
 * SHA-256 of a manifest's text in UTF-8, in hexadecimal: what tells whether it is still the one that was confirmed.
 *
 * Web Crypto works beside the extension host's thread, which the 40 MB of 10,000 hashes would keep too long.
 */
export async function manifestDigest(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('hex');
}
