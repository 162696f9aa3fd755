import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { endpointOf } from '../../src/emulator/endpoint.ts';

/** Asserts what a request line leads to. */
function assertEndpoint(line: string, expected: object): void {
  const [method = '', target = ''] = line.split(' ');
  assert.deepEqual(endpointOf(method, target), expected);
}

suite('endpointOf', () => {
  test('knows the endpoints of uploading', () => {
    assertEndpoint('POST /v1/customers/c/deviceBatches', { is: 'create', customerId: 'c' });
    assertEndpoint('GET /v1/customers/c/deviceBatches', { is: 'batches', customerId: 'c' });
    assertEndpoint('POST /v1/customers/c/deviceBatches/b/devices', { is: 'append', customerId: 'c', batchId: 'b' });
    assertEndpoint('GET /v1/customers/c/deviceBatches/b/devices', { is: 'devices', customerId: 'c', batchId: 'b' });
    assertEndpoint('GET /v1/customers/c/batchJobStatus/t', { is: 'status', customerId: 'c', trackingId: 't' });
  });

  test('knows the endpoints of customers', () => {
    assertEndpoint('GET /v1/customers?size=5', { is: 'customers', query: new URLSearchParams({ size: '5' }) });
    assertEndpoint('GET /v1/customers/c', { is: 'customer', customerId: 'c' });
  });

  test('matches in any case and over empty segments', () => {
    assertEndpoint('GET //V1//Customers/C/batchjobstatus/T/', { is: 'status', customerId: 'C', trackingId: 'T' });
  });

  test('decodes names', () => {
    assertEndpoint('GET /v1/customers/c/deviceBatches/A%2FB%20C/devices', {
      is: 'devices',
      customerId: 'c',
      batchId: 'A/B C',
    });
  });

  test('knows nothing else', () => {
    for (const line of [
      'GET /',
      'GET /customers',
      'GET /v2/customers',
      'POST /v1/customers',
      'DELETE /v1/customers/c',
      'GET /v1/customers/c/deviceBatches/b',
      'GET /v1/customers/c/batchJobStatus/t/devices',
      'GET /v1/customers/c/deviceBatches/b/devices/d',
      'GET /v1/customers/%zz',
    ]) {
      assertEndpoint(line, { is: 'unknown' });
    }
  });
});
