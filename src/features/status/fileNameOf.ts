/** The last part of an address, decoded where it can be. */
export function fileNameOf(uri: string): string {
  const name =
    uri
      .replace(/[?#].*$/, '')
      .split(/[/:]/)
      .at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
