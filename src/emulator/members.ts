/**
 * The members of a JSON object by their names in lower case, as the service matches the names of a request's body;
 * of a name written twice the last one counts. `undefined` if `value` is not an object.
 */
export function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return undefined;
  }
  return new Map(Object.entries(value).map(([name, member]) => [name.trim().toLowerCase(), member]));
}
