import type { DeviceColumn, DeviceFilter, Look } from './protocol.ts';

/** All devices in the order of the manifest, from the top. */
const firstLook: Look = { search: '', filter: 'all', sort: { column: 'number', descending: false }, scrollTop: 0 };

const filters: readonly DeviceFilter[] = ['all', 'failed', 'waiting', 'done', 'unanswered'];
const columns: readonly DeviceColumn[] = ['number', 'serial', 'model', 'status', 'wrong', 'next'];

/** How the user looked at the table before the page was hidden or reloaded; what cannot be read starts anew. */
export function savedLook(state: unknown): Look {
  const look = member(state, 'look');
  const search = member(look, 'search');
  const filter = filters.find(one => one === member(look, 'filter'));
  const sort = member(look, 'sort');
  const column = columns.find(one => one === member(sort, 'column'));
  const scrollTop = member(look, 'scrollTop');
  return {
    search: typeof search === 'string' ? search : firstLook.search,
    filter: filter ?? firstLook.filter,
    sort: column === undefined ? firstLook.sort : { column, descending: member(sort, 'descending') === true },
    scrollTop: typeof scrollTop === 'number' ? scrollTop : firstLook.scrollTop,
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
