const form = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** Whatever lies before it is a placeholder. */
const earliest = Date.UTC(2000);

/**
 * Reads a time as the service writes it: without zone (then UTC), with an offset and seven digits of a second, or with
 * `Z`. Milliseconds since 1970; `undefined` if it is none, or a placeholder such as `0001-01-01T00:00:00`.
 */
export function readTime(text: string): number | undefined {
  const [, date, minutes, seconds = ':00', fraction = '.0', zone = 'Z'] = form.exec(text.trim()) ?? [];
  if (date === undefined || minutes === undefined) {
    return undefined;
  }
  const offset = zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const time = Date.parse(`${date}T${minutes}${seconds}${fraction.slice(0, 4)}${offset}`);
  return time >= earliest ? time : undefined;
}
