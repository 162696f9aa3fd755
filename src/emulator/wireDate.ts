/**
 * The service's three spellings of a point in time, from milliseconds since 1970. Zoneless ones are UTC.
 *
 * Source: the response examples of Partner Center's "Get the status of a device batch upload" (without a zone, and the
 * year 1 for "not yet") and "Get a list of devices for the specified batch" (seven digits and an offset).
 */
export const wireDate = {
  none: '0001-01-01T00:00:00',
  zoneless: (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19),
  withOffset: (milliseconds: number): string => new Date(milliseconds).toISOString().replace('Z', '0000+00:00'),
} as const;
