import { readGuid } from '../../core/guid.ts';
import { WireObject } from './wireObject.ts';

/** A customer of the partner. Names are foreign text. */
export interface Customer {
  /** A GUID in lower case. */
  readonly id: string;
  readonly companyName?: string | undefined;
  readonly domain?: string | undefined;
  /** The service's word: `reseller`, `advisor`, … Devices can be registered for customers of a reseller. */
  readonly relationship?: string | undefined;
}

/** Decodes Customer; `undefined` without a GUID as its id. */
export function customerOf(value: unknown): Customer | undefined {
  const customer = WireObject.of(value);
  const company = customer?.object('companyProfile');
  const id = readGuid(customer?.text('id') ?? company?.text('tenantId') ?? '');
  return id === undefined
    ? undefined
    : {
        id,
        companyName: company?.text('companyName'),
        domain: company?.text('domain'),
        relationship: customer?.text('relationshipToPartner'),
      };
}
