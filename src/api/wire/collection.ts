import { WireObject } from './wireObject.ts';

/** What to repeat the request with to get the next page. */
export interface NextPage {
  /** For the header `MS-ContinuationToken`. */
  readonly continuationToken?: string | undefined;
  /** The query of `links.next`, without `?`; everything else of that address is ignored. */
  readonly query?: string | undefined;
}

/** One page of a collection. */
export interface Page {
  readonly items: readonly unknown[];
  readonly next: NextPage | undefined;
}

/**
 * Decodes a page: `{ items, continuationToken?, links? }`, or the bare array of the generated reference; `undefined` if
 * the value is neither.
 *
 * `totalCount` is left out: it counts the page (Partner Center SDK for .NET, ResourceCollection).
 */
export function pageOf(value: unknown): Page | undefined {
  if (Array.isArray(value)) {
    return { items: value, next: undefined };
  }
  const page = WireObject.of(value);
  const items = page?.list('items') ?? (page?.count('totalCount') === 0 ? [] : undefined);
  return page === undefined || items === undefined ? undefined : { items, next: nextPageOf(page) };
}

/** What a header may hold without ending (RFC 9110, 5.5), at a length that servers take. */
const headerSafe = /^[\x21-\x7E]{1,8192}$/;

function nextPageOf(page: WireObject): NextPage | undefined {
  const link = page.object('links')?.object('next');
  const continuationToken = [page.text('continuationToken'), tokenOf(link)].find(
    token => token !== undefined && headerSafe.test(token),
  );
  const query = queryOf(link?.text('uri'));
  return continuationToken === undefined && query === undefined ? undefined : { continuationToken, query };
}

/** A link's headers are a list of `{ key, value }`. */
function tokenOf(link: WireObject | undefined): string | undefined {
  return link
    ?.list('headers')
    ?.map(header => WireObject.of(header))
    .find(header => header?.text('key')?.trim().toLowerCase() === 'ms-continuationtoken')
    ?.text('value');
}

function queryOf(uri: string | undefined): string | undefined {
  const query = /\?([^#]*)/.exec(uri ?? '')?.[1];
  return query === '' ? undefined : query;
}
