const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const nil = '00000000-0000-0000-0000-000000000000';

/**
 * The GUID that a person typed or a service sent, in lower case; `undefined` if the text is none, or the one of zeros.
 *
 * Blanks around it and a pair of braces (as registries and portals print it) are tolerated.
 */
export function readGuid(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
  return guid.test(bare) && bare !== nil ? bare : undefined;
}
