import { readGuid } from '../core/guid.ts';
import type { HttpResponse } from './http.ts';
import { type Body, readBody } from './wire/body.ts';
import { WireObject } from './wire/wireObject.ts';

/** What an answer of success to an upload says about the job that handles the devices. */
export type JobLink =
  | { readonly is: 'link'; readonly trackingId: string }
  /** Accepted, but nothing in the answer leads to the job. */
  | { readonly is: 'no-link' }
  /** What it leads to is a job of another customer, which is left alone. */
  | { readonly is: 'other-customer' }
  /** A bare success (200) with a page or some other text: a gateway's answer, or a proxy's, that says nothing about the devices. */
  | { readonly is: 'not-an-acceptance' };

const address = /(?:^|[/\s"'])customers\/([0-9a-f-]{36})\/batchJobStatus\/([0-9a-f-]{36})(?![0-9a-f-])/gi;

/**
 * Finds the job of an accepted upload: in `Location`, which is documented, else in the body, where the generated
 * reference of the same operation puts it.
 *
 * Only ids are taken, and only if the customer is the one of the request; where the address stands (host, `/v1`, case)
 * does not matter, because the link is built anew.
 */
export function jobLinkOf(response: HttpResponse, customerId: string): JobLink {
  const body = readBody(response.body);
  const texts = [response.headers.get('Location') ?? '', ...textsIn(body)];
  const links = texts.flatMap(text => linksIn(text, customerId));
  return links.find(({ is }) => is === 'link') ?? links[0] ?? withoutLink(response.status, body);
}

function withoutLink(status: number, body: Body): JobLink {
  const text = body.is === 'json' ? WireObject.of(body.value)?.text('batchTrackingId') : undefined;
  const trackingId = readGuid(text ?? '');
  if (trackingId !== undefined) {
    return { is: 'link', trackingId };
  }
  const saysAccepted = status === 201 || status === 202 || body.is === 'json' || body.is === 'empty';
  return { is: saysAccepted ? 'no-link' : 'not-an-acceptance' };
}

function linksIn(text: string, customerId: string): readonly JobLink[] {
  return [...text.matchAll(address)].flatMap(([, customer = '', tracking = '']): readonly JobLink[] => {
    const trackingId = readGuid(tracking);
    if (trackingId === undefined) {
      return [];
    }
    return [readGuid(customer) === readGuid(customerId) ? { is: 'link', trackingId } : { is: 'other-customer' }];
  });
}

function textsIn(body: Body): readonly string[] {
  switch (body.is) {
    case 'json':
      return textsOf(body.value);
    case 'text':
      return [body.text];
    case 'markup':
    case 'empty':
      return [];
  }
}

/** The texts at the depths where an address can stand: the body itself, a member, a link's `uri`. */
function textsOf(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null && depth < 3
    ? Object.values(value).flatMap(member => textsOf(member, depth + 1))
    : [];
}
