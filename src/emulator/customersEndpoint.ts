import { type Answer, fault, json } from './answer.ts';
import { type Continuation, continuationOf, continuationToken } from './continuation.ts';
import type { Customer } from './customer.ts';
import { membersOf } from './members.ts';

const defaultPageSize = 100;

/**
 * Lists customers, all or those whose company name or domain starts with a text, and page by page: a page that is not
 * the last names the next one twice, as a token and as a link with that token.
 *
 * Sources: Partner Center developer documentation, "Get a list of customers" and "Get a list of customers filtered by a
 * search field"; the seek request is the one of Microsoft's .NET SDK (CustomerCollectionOperations.cs).
 */
export function listCustomers(
  customers: readonly Customer[],
  query: URLSearchParams,
  continuation: string | undefined,
): Answer {
  const page =
    query.get('seekOperation')?.toLowerCase() === 'next'
      ? continuationOf(continuation ?? '')
      : { offset: 0, size: pageSizeOf(query.get('size')), filter: query.get('filter') ?? '' };
  if (page === undefined) {
    return fault(400, '800002', 'Invalid request input: the continuation token is not valid.');
  }
  const matches = filterOf(page.filter);
  return matches === undefined
    ? fault(400, '2000', 'Unsupported search field or operator. Supported operators: starts_with.')
    : json(200, customerPage(customers.filter(matches), page));
}

/** Shows one customer. Source: Partner Center developer documentation, "Get a customer by ID". */
export function showCustomer(customer: Customer): Answer {
  return json(200, {
    ...customerResource(customer),
    commerceId: customer.id.replaceAll('-', ''),
    allowDelegatedAccess: true,
  });
}

function pageSizeOf(text: string | null): number {
  const size = Number(text);
  return Number.isSafeInteger(size) && size > 0 ? Math.min(size, 500) : defaultPageSize;
}

function filterOf(filter: string): ((customer: Customer) => boolean) | undefined {
  if (filter === '') {
    return () => true;
  }
  const members = membersOf(parsed(filter));
  const value = members?.get('value');
  const field = members?.get('field');
  if (members?.get('operator') !== 'starts_with' || typeof value !== 'string') {
    return undefined;
  }
  const start = value.toLowerCase();
  switch (field) {
    case 'CompanyName':
      return ({ companyName }) => companyName.toLowerCase().startsWith(start);
    case 'Domain':
      return ({ domain }) => domain.startsWith(start);
    default:
      return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function customerPage(customers: readonly Customer[], page: Continuation): unknown {
  const { offset, size } = page;
  const items = customers.slice(offset, offset + size);
  const next = offset + size < customers.length ? continuationToken({ ...page, offset: offset + size }) : undefined;
  return {
    totalCount: items.length,
    items: items.map(customerResource),
    links: {
      self: { uri: `/customers?size=${size}`, method: 'GET', headers: [] },
      ...(next && {
        next: {
          uri: '/customers?seekOperation=Next',
          method: 'GET',
          headers: [{ key: 'MS-ContinuationToken', value: next }],
        },
      }),
    },
    ...(next && { continuationToken: next }),
    attributes: { objectType: 'Collection' },
  };
}

function customerResource({ id, companyName, domain }: Customer) {
  const links = { self: { uri: `/customers/${id}`, method: 'GET', headers: [] } };
  return {
    id,
    companyProfile: { tenantId: id, domain, companyName, attributes: { objectType: 'CustomerCompanyProfile' } },
    relationshipToPartner: 'reseller',
    links,
    attributes: { objectType: 'Customer' },
  };
}
