/**
 * How long a server wants to be left alone, in milliseconds from `now` (milliseconds since 1970); `undefined` if it does
 * not say.
 *
 * `header` is `Retry-After`: seconds or a date (RFC 9110, 10.2.3). `text` is what a throttled answer says where the header
 * is missing: "Rate limit is exceeded. Try again in 57 seconds." (Partner Center REST, "API throttling guidance").
 */
export function readRetryAfter(header: string | undefined, text: string | undefined, now: number): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(value)) {
    return Number(value) * 1000;
  }
  // Only the date's own form: `Date.parse` would take "Monday 5" for a date too.
  const date = /^[A-Za-z]{3,9},? .*\d{2}:\d{2}:\d{2}/.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(date)) {
    return Math.max(0, date - now);
  }
  const [, amount, unit] = /try again in (\d{1,9}) (second|minute)/i.exec(text ?? '') ?? [];
  return amount === undefined ? undefined : Number(amount) * (unit?.toLowerCase() === 'minute' ? 60_000 : 1000);
}
