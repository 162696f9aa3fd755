/**
 * What a request asks for. Ids and names are decoded, but not checked.
 *
 * Source: Partner Center developer documentation, the pages below "Device deployment" and "Manage customers".
 */
export type Endpoint =
  | { readonly is: 'customers'; readonly query: URLSearchParams }
  | { readonly is: 'customer'; readonly customerId: string }
  | { readonly is: 'create'; readonly customerId: string }
  | { readonly is: 'append'; readonly customerId: string; readonly batchId: string }
  | { readonly is: 'batches'; readonly customerId: string }
  | { readonly is: 'devices'; readonly customerId: string; readonly batchId: string }
  | { readonly is: 'status'; readonly customerId: string; readonly trackingId: string }
  | { readonly is: 'unknown' };

/** Finds the endpoint of a request line. Path segments match in any case, and empty ones do not count. */
export function endpointOf(method: string, target: string): Endpoint {
  const [path = '', query = ''] = target.split('?', 2);
  const segments = decodedSegments(path);
  if (segments?.[0]?.toLowerCase() !== 'v1' || segments[1]?.toLowerCase() !== 'customers') {
    return { is: 'unknown' };
  }

  const [customerId, collection, id, members] = segments.slice(2);
  const shape = [method, collection?.toLowerCase(), members?.toLowerCase(), segments.length].join(' ');
  if (shape === 'GET   2') {
    return { is: 'customers', query: new URLSearchParams(query) };
  }
  return customerId === undefined ? { is: 'unknown' } : customerEndpoint(shape, customerId, id ?? '');
}

function customerEndpoint(shape: string, customerId: string, id: string): Endpoint {
  switch (shape) {
    case 'GET   3':
      return { is: 'customer', customerId };
    case 'POST devicebatches  4':
      return { is: 'create', customerId };
    case 'GET devicebatches  4':
      return { is: 'batches', customerId };
    case 'POST devicebatches devices 6':
      return { is: 'append', customerId, batchId: id };
    case 'GET devicebatches devices 6':
      return { is: 'devices', customerId, batchId: id };
    case 'GET batchjobstatus  5':
      return { is: 'status', customerId, trackingId: id };
    default:
      return { is: 'unknown' };
  }
}

function decodedSegments(path: string): readonly string[] | undefined {
  try {
    return path
      .split('/')
      .filter(segment => segment !== '')
      .map(segment => decodeURIComponent(segment));
  } catch {
    return undefined;
  }
}
