import type { NextPage, Page } from './wire/collection.ts';

/** More pages than any partner has. */
const mostPages = 5000;

/**
 * Yields the items of each page until there is no next one.
 *
 * A server that points to a page a second time, or never ends, is not followed: the list ends there.
 */
export async function* readPages(
  fetchPage: (next: NextPage | undefined) => Promise<Page>,
): AsyncGenerator<readonly unknown[], void> {
  const seen = new Set<string>();
  let next: NextPage | undefined;
  do {
    const page = await fetchPage(next);
    yield page.items;
    next = page.next;
    const key = next && JSON.stringify([next.continuationToken, next.query]);
    if (key === undefined || seen.has(key)) {
      return;
    }
    seen.add(key);
  } while (seen.size < mostPages);
}
