/**
 * Takes out of a text what no log may hold: tokens, `Authorization` values, the credentials in proxies' URLs, hardware
 * hashes and whatever else is 100 or more characters of base64, and product keys but for their last four characters.
 *
 * It rather takes too much: any number of 13 digits may be a product key id. Linear in the length of the text.
 */
export function redact(text: string): string {
  return rules.reduce((redacted, rule) => rule(redacted), text);
}

const mask = '[redacted]';

// What repeats in these patterns is bounded, or begins behind a fixed word or a lookbehind and cannot fail once it has begun: no input makes
// them quadratic.

/** A header's value, or what follows the name in JSON, in an array or in an inspected object: to the closing quote, else to the line's end. */
const authorization =
  /(authorization(?:[\\"']*\s*[:=]|[\\"']+\s*,)\s*)(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|[^\r\n]+)/gi;

/** RFC 6750, 2.1. A challenge (`Bearer claims="…"`) and prose ("a bearer challenge") stay. */
const bearer =
  /\b(bearer\s+)(?!(?:realm|scope|claims|error\w*|authorization_uri|client_id|nonce)=)(?=[A-Za-z]{16}|[A-Za-z]{0,15}[0-9._~+/-])[\w.~+/-]+=*/gi;

/** RFC 4559 and NTLM. */
const negotiate = /\b((?:negotiate|ntlm)\s+)[A-Za-z0-9+/]{16,}=*/gi;

/** RFC 7617: base64 of `user:password`. */
const basic = /\b(basic\s+)([A-Za-z0-9+/]{4,}=*)/gi;

/** Members of OAuth's requests and answers, RFC 6749 and RFC 7636. */
const namedSecret =
  /((?:access_?token|refresh_?token|id_?token|client_?secret|client_?assertion|device_?code|code_?verifier|password)[\\"']*\s*[:=]\s*)(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|\\+["'][^"'\r\n]*|[^\s"'&,;}]+)/gi;

/** A JSON Web Token begins with the base64 of `{"`: RFC 7519. */
const jsonWebToken = /eyJ[\w-]{10,}(?:\.[\w-]*)*/g;

/** What follows `://` in a word. JSON writers may escape the slashes, those below too. */
const urls = /(:(?:\\*\/){2})([^\s"']*)/g;

/** RFC 3986, 3.2.1, the second form for a password with an unescaped `/`, `?` or `#`. */
const userInfo = /^(?:[^/?#\\]*@|[^/@]*:[^@]*@)/;

/** RFC 4648, 4 and 5. */
const base64 = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]+(?:\\+(?:\/|u002b)[A-Za-z0-9+/]*)*=*/gi;
const urlSafeBase64 = /(?<![\w-])[\w-]{100,}=*/g;

/** Base64 in lines (RFC 2045, 6.8), the breaks escaped or not; what is short in the last line must stand alone there. */
const base64Lines =
  /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{60,}=*(?:(?:\r?\n|(?:\\+r)?\\+n)[\t ]*[A-Za-z0-9+/]{60,}=*)*(?:(?:\r?\n|(?:\\+r)?\\+n)[\t ]*(?:[A-Za-z0-9+/]{20,59}=*|[A-Za-z0-9+/]{1,19}=*(?=[\r\n"'\\]|$)))?/g;

/** The 25 characters that activate Windows. */
const productKey = /(?<![A-Za-z0-9])(?:[A-Za-z0-9]{5}-){4}[A-Za-z0-9]{5}(?![A-Za-z0-9])/g;

/** The "Product ID" of Windows' Settings. */
const productId = /(?<![A-Za-z0-9])\d{5}-(?:\d{5}|OEM)-\d{4,7}-[A-Za-z0-9]{5,6}(?![A-Za-z0-9])/gi;

/** The product key id that stands in a hardware hash. */
const productKeyId = /(?<![A-Za-z0-9])\d{13}(?![A-Za-z0-9])/g;

const rules: readonly ((text: string) => string)[] = [
  text => text.replaceAll(authorization, `$1${mask}`),
  text => text.replaceAll(namedSecret, `$1${mask}`),
  text => text.replaceAll(bearer, `$1${mask}`),
  text => text.replaceAll(negotiate, `$1${mask}`),
  text => text.replaceAll(basic, (found, scheme: string, value: string) => (isPair(value) ? scheme + mask : found)),
  text => text.replaceAll(urls, maskUserInfo),
  text => text.replaceAll(jsonWebToken, mask),
  text => text.replaceAll(base64Lines, maskBase64),
  text => text.replaceAll(base64, maskBase64),
  text => text.replaceAll(urlSafeBase64, maskBase64),
  text => text.replaceAll(productKey, maskKey),
  text => text.replaceAll(productId, maskKey),
  text => text.replaceAll(productKeyId, maskKey),
];

function isPair(value: string): boolean {
  return Buffer.from(value, 'base64').includes(':');
}

/** The rest of the word may hold several addresses: `http://a@b,http://c@d`. */
function maskUserInfo(_: string, slashes: string, rest: string): string {
  const parts = rest.split(/(:(?:\\*\/){2})/).map(part => part.replace(userInfo, `${mask}@`));
  return slashes + parts.join('');
}

function maskBase64(found: string): string {
  return found.length < 100 ? found : `[base64, ${found.length} characters]`;
}

function maskKey(key: string): string {
  return `[product key …${key.slice(-4)}]`;
}
