import { readGuid } from '../core/guid.ts';
import { addresses } from './addresses.ts';

/** An upload's job: what a status link leads to. Both ids are GUIDs in lower case. */
export interface JobAddress {
  readonly customerId: string;
  readonly trackingId: string;
}

/** The address of a job's status (Partner Center REST, "Get the status of a device batch upload"). */
export function statusLink(base: URL, job: JobAddress): string {
  return addresses.jobStatus(base, job.customerId, job.trackingId).href;
}

/** Why a text is not taken for a job of this Partner Center. */
export type StatusLinkRefusal =
  /** Neither a link nor a `Location` nor a tracking id. */
  | { readonly reason: 'unreadable' }
  | { readonly reason: 'scheme' | 'credentials' }
  /** Foreign text: host and port as written. */
  | { readonly reason: 'other-host'; readonly host: string }
  /** The right host, but not the address of a job's status. */
  | { readonly reason: 'other-path' }
  /** A tracking id alone says nothing without its customer. */
  | { readonly reason: 'customer-missing' };

export type StatusLink =
  | { readonly is: 'job'; readonly job: JobAddress }
  | ({ readonly is: 'refused' } & StatusLinkRefusal);

/** Everything before the path, as RFC 3986 (3.2) parts it; a browser reads `\` as `/`. */
const absolute = /^([a-z][a-z0-9+.-]*):[/\\]{2}([^/\\?#]*)(.*)$/is;
/** The shapes that the service's pages show: with and without `/v1`, one slash or two, in any case. */
const path = /^\/{0,2}(?:v1\/)?customers\/([^/]+)\/batchJobStatus\/([^/]+)\/?$/i;

/**
 * Reads what a person pasted or a document holds: a status link of this Partner Center, the `Location` of an answer, or
 * a tracking id, which `customerId` must complete.
 *
 * Nothing is decoded or resolved before it is compared, so that no trick of addresses can lead elsewhere; what is
 * accepted is two GUIDs and nothing more.
 */
export function readStatusLink(text: string, base: URL, customerId?: string): StatusLink {
  const trimmed = text.trim();
  const trackingId = readGuid(trimmed);
  if (trackingId !== undefined) {
    const customer = customerId === undefined ? undefined : readGuid(customerId);
    return customer === undefined
      ? { is: 'refused', reason: 'customer-missing' }
      : { is: 'job', job: { customerId: customer, trackingId } };
  }
  const [, scheme, authority, rest] = absolute.exec(trimmed) ?? [];
  if (scheme === undefined || authority === undefined) {
    return jobAt(trimmed, trimmed.startsWith('//') ? foreignHostOf(trimmed) : { reason: 'unreadable' });
  }
  if (`${scheme.toLowerCase()}:` !== base.protocol) {
    return { is: 'refused', reason: 'scheme' };
  }
  if (authority.includes('@')) {
    return { is: 'refused', reason: 'credentials' };
  }
  if (!isHostOf(authority.toLowerCase(), base)) {
    return { is: 'refused', reason: 'other-host', host: authority };
  }
  return jobAt(rest ?? '', { reason: 'other-path' });
}

function jobAt(location: string, otherwise: StatusLinkRefusal): StatusLink {
  const [, customer, tracking] = path.exec(location) ?? [];
  const customerId = readBareGuid(customer);
  const trackingId = readBareGuid(tracking);
  return customerId === undefined || trackingId === undefined
    ? { is: 'refused', ...otherwise }
    : { is: 'job', job: { customerId, trackingId } };
}

/** In an address a GUID stands bare: no blanks, no braces. */
function readBareGuid(text: string | undefined): string | undefined {
  const guid = text === undefined ? undefined : readGuid(text);
  return guid === text?.toLowerCase() ? guid : undefined;
}

function foreignHostOf(schemeless: string): StatusLinkRefusal {
  return { reason: 'other-host', host: schemeless.slice(2).split(/[/\\?#]/, 1)[0] ?? '' };
}

function isHostOf(authority: string, base: URL): boolean {
  const defaultPort = base.protocol === 'https:' ? '443' : '80';
  return authority === base.host || (base.port === '' && authority === `${base.host}:${defaultPort}`);
}
