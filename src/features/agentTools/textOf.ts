/** A tool's input by its name; empty where it was not given. VS Code has checked it against the tool's schema. */
export function textOf(input: unknown, name: string): string {
  const value = new Map(Object.entries(input ?? {})).get(name);
  return typeof value === 'string' ? value.trim() : '';
}
