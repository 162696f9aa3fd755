/** The text with the values in its places `{0}`, `{1}`. */
export function fillIn(text: string, ...values: readonly (string | number)[]): string {
  return text.replaceAll(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
