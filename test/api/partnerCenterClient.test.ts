import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { ApiError } from '../../src/api/apiError.ts';
import { clouds } from '../../src/api/clouds.ts';
import type { HttpRequest } from '../../src/api/http.ts';
import { PartnerCenterClient } from '../../src/api/partnerCenterClient.ts';
import type { UploadPart } from '../../src/api/uploadRequest.ts';
import { answer, ScriptedService, type Step } from './scriptedService.ts';

const customerId = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
const trackingId = 'beba2053-5401-46ff-9223-7e841ed78fbf';
const { signal } = new AbortController();
const root = 'https://api.partnercenter.microsoft.com/v1';

/** A client of a service that answers by `script`. */
function aClient(...script: readonly Step[]) {
  const service = new ScriptedService(script);
  return { service, client: new PartnerCenterClient(clouds.public, service.ports) };
}

function shown({ method, url, headers }: HttpRequest): string {
  const token = headers['MS-ContinuationToken'];
  return `${method} ${url.href.replace(root, '')}${token === undefined ? '' : ` [${token}]`}`;
}

/** Asserts the requests that were made. */
function assertRequests({ requests }: ScriptedService, ...expected: readonly string[]) {
  assert.deepEqual(requests.map(shown), expected);
}

const documented: UploadPart = {
  customerId,
  kind: 'create',
  batchId: 'SDKTestDeviceBatch',
  devices: [{ serialNumber: '1R9-ZNP67', productKey: '00329-00000-0003-AA606', hardwareHash: 'DummyHash123' }],
};
const accepted = answer(202, '', { Location: `/customers/${customerId}/batchJobStatus/${trackingId}` });

suite('PartnerCenterClient.upload', () => {
  test('creates the documented batch', async () => {
    const { service, client } = aClient(accepted);
    const { job } = await client.upload(documented, {}, signal);

    assert.deepEqual(job, { is: 'link', trackingId });
    assertRequests(service, `POST /customers/${customerId}/deviceBatches`);
    assert.deepEqual(JSON.parse(new TextDecoder().decode(service.requests[0]?.body)), {
      BatchId: 'SDKTestDeviceBatch',
      Devices: [
        {
          SerialNumber: '1R9-ZNP67',
          ProductKey: '00329-00000-0003-AA606',
          HardwareHash: 'DummyHash123',
          Attributes: { ObjectType: 'Device' },
        },
      ],
      Attributes: { ObjectType: 'DeviceBatchCreationRequest' },
    });
  });

  test('appends a bare array', async () => {
    const { service, client } = aClient(accepted);
    await client.upload({ ...documented, kind: 'append', batchId: 'Test batch' }, {}, signal);
    assertRequests(service, `POST /customers/${customerId}/deviceBatches/Test%20batch/devices`);
    assert.ok(Array.isArray(JSON.parse(new TextDecoder().decode(service.requests[0]?.body))));
  });

  test('is accepted without a link', async () => {
    const { client } = aClient(answer(202));
    assert.deepEqual((await client.upload(documented, {}, signal)).job, { is: 'no-link' });
  });

  test("is accepted with another customer's link, which is left alone", async () => {
    const { client } = aClient(
      answer(202, '', { Location: `/customers/47021739-3426-40bf-9601-61b4b6d7c793/batchJobStatus/${trackingId}` }),
    );
    assert.deepEqual((await client.upload(documented, {}, signal)).job, { is: 'other-customer' });
  });

  test('is accepted by an answer that was cut behind its headers', async () => {
    const { client } = aClient({ ...accepted, bodyEnd: 'cut' });
    assert.deepEqual((await client.upload(documented, {}, signal)).job, { is: 'link', trackingId });
  });

  test('is neither accepted nor refused by a page', async () => {
    const { client } = aClient(answer(200, '<html><title>Welcome to the hotel</title>'));
    await assert.rejects(client.upload(documented, { requestId: 'mine' }, signal), error => {
      assert.ok(ApiError.is(error, 'unknown-outcome') && error.failure.because.is === 'answer');
      assert.deepEqual([error.failure.because.text, error.ids?.requestId], ['Welcome to the hotel', 'mine']);
      return true;
    });
  });

  test('cannot append to a batch that has no address', async () => {
    const { service, client } = aClient();
    await assert.rejects(client.upload({ ...documented, kind: 'append', batchId: '..' }, {}, signal), error =>
      ApiError.is(error, 'unaddressable'),
    );
    assert.deepEqual(service.asked, []);
  });

  test('can create a batch that has no address', async () => {
    const { service, client } = aClient(accepted);
    await client.upload({ ...documented, batchId: '..' }, {}, signal);
    assertRequests(service, `POST /customers/${customerId}/deviceBatches`);
  });
});

suite('PartnerCenterClient.jobStatus', () => {
  test('reads the documented report', async () => {
    const json = '\uFEFF{"status":"finished","devicesStatus":[{"errorCode":"808"}]}';
    const { service, client } = aClient(answer(200, json));
    const status = await client.jobStatus({ customerId, trackingId }, signal);
    assertRequests(service, `GET /customers/${customerId}/batchJobStatus/${trackingId}`);
    assert.deepEqual([status.report.status, status.report.devices[0]?.errorCode], ['finished', '808']);
    assert.equal(status.json, json.slice(1));
  });

  for (const [what, body, looks] of [
    ['a page', '<html><title>x</title>', 'markup'],
    ['nothing', '', 'empty'],
    ['text', 'garbage', 'text'],
    ['another JSON', '{"a":1}', 'json'],
  ] as const) {
    test(`cannot be read out of ${what}`, async () => {
      const { client } = aClient(answer(200, body, { 'MS-CV': 'v' }));
      await assert.rejects(client.jobStatus({ customerId, trackingId }, signal), error => {
        assert.ok(ApiError.is(error, 'unreadable'));
        assert.deepEqual([error.failure.answer.body, error.ids?.received?.vector], [looks, 'v']);
        return true;
      });
    });
  }

  test('is not there', async () => {
    const { client } = aClient(answer(404, { code: '1000' }));
    await assert.rejects(client.jobStatus({ customerId, trackingId }, signal), error =>
      ApiError.is(error, 'not-found'),
    );
  });
});

suite('PartnerCenterClient.batches', () => {
  test('lists them', async () => {
    const { service, client } = aClient(
      answer(200, { totalCount: 1, items: [{ id: 'Test batch', devicesCount: 5 }, null] }),
    );
    const batches = await client.batches(customerId, signal);
    assertRequests(service, `GET /customers/${customerId}/deviceBatches`);
    assert.deepEqual(
      batches.map(({ id, devicesCount }) => [id, devicesCount]),
      [['Test batch', 5]],
    );
  });

  test('does not take garbage for no batches', async () => {
    const { client } = aClient(answer(200, {}));
    await assert.rejects(client.batches(customerId, signal), error => ApiError.is(error, 'unreadable'));
  });
});

const device = (serialNumber: string) => ({ serialNumber });

suite('PartnerCenterClient.batchDevices', () => {
  const address = `/customers/${customerId}/deviceBatches/B/devices`;

  test('follows the token of each page', async () => {
    const { service, client } = aClient(
      answer(200, { items: [device('1')], continuationToken: 'a' }),
      answer(200, {
        items: [device('2')],
        links: { next: { uri: `/v1${address}?x=1`, headers: [{ key: 'MS-ContinuationToken', value: 'b' }] } },
      }),
      answer(200, { items: [device('3')] }),
    );
    const devices = await client.batchDevices(customerId, 'B', signal);
    assertRequests(service, `GET ${address}`, `GET ${address} [a]`, `GET ${address} [b]`);
    assert.deepEqual(
      devices.map(({ serialNumber }) => serialNumber),
      ['1', '2', '3'],
    );
  });

  test('follows a link without a token by its query alone', async () => {
    const { service, client } = aClient(
      answer(200, { items: [], links: { next: { uri: 'https://example.com/elsewhere?page=2' } } }),
      answer(200, []),
    );
    await client.batchDevices(customerId, 'B', signal);
    assertRequests(service, `GET ${address}`, `GET ${address}?page=2`);
  });

  test('stops at a token that came before', async () => {
    const page = answer(200, { items: [device('1')], continuationToken: 'a' });
    const { client } = aClient(page, page);
    assert.equal((await client.batchDevices(customerId, 'B', signal)).length, 2);
  });

  test('takes a bare array', async () => {
    const { client } = aClient(answer(200, [device('1'), device('2')]));
    assert.equal((await client.batchDevices(customerId, 'B', signal)).length, 2);
  });
});

const id = (digit: number) => `${digit}0000000-0000-4000-8000-000000000000`;
const customer = (digit: number, companyName: string) => ({ id: id(digit), companyProfile: { companyName } });

suite('PartnerCenterClient: customers', () => {
  test('lists them page by page', async () => {
    const { service, client } = aClient(
      answer(200, { items: [customer(1, 'A')], continuationToken: 'AQ==' }),
      answer(200, { items: [customer(2, 'B')] }),
    );
    const pages: string[] = [];
    for await (const page of client.customers(undefined, signal)) {
      pages.push(page.map(({ companyName }) => companyName).join());
    }
    assert.deepEqual(pages, ['A', 'B']);
    assertRequests(service, 'GET /customers?size=100', 'GET /customers?seekOperation=Next [AQ==]');
  });

  test('asks for no page before it is wanted', async () => {
    const { service, client } = aClient(answer(200, { items: [customer(1, 'A')], continuationToken: 'AQ==' }));
    await client.customers(undefined, signal).next();
    assert.equal(service.requests.length, 1);
  });

  test('searches with the documented filter', async () => {
    const { service, client } = aClient(answer(200, { items: [] }));
    await client.customers({ field: 'CompanyName', value: 'Cont' }, signal).next();
    assertRequests(
      service,
      'GET /customers?size=100&filter=%7B%22Field%22%3A%22CompanyName%22%2C%22Value%22%3A%22Cont%22%2C%22Operator%22%3A%22starts_with%22%7D',
    );
  });

  test('searches for anything that can be typed', async () => {
    const { service, client } = aClient(answer(200, { items: [] }));
    const value = '&x=#"\\\uD83D é';
    await client.customers({ field: 'Domain', value }, signal).next();
    const filter: unknown = JSON.parse(service.requests[0]?.url.searchParams.get('filter') ?? '');
    assert.deepEqual(filter, { Field: 'Domain', Value: '&x=#"\\\uFFFD é', Operator: 'starts_with' });
  });

  test('finds by name, then by domain, each once', async () => {
    const { client } = aClient(
      answer(200, { items: [customer(1, 'A'), customer(2, 'B')] }),
      answer(200, { items: [customer(2, 'B'), customer(3, 'C')] }),
    );
    const found = await client.findCustomers('x', signal);
    assert.deepEqual(
      found.map(({ companyName }) => companyName),
      ['A', 'B', 'C'],
    );
  });

  test('resolves one', async () => {
    const { service, client } = aClient(answer(200, customer(1, 'Contoso')));
    assert.equal((await client.customer(id(1), signal)).companyName, 'Contoso');
    assertRequests(service, `GET /customers/${id(1)}`);
  });

  test('does not take another customer for the one asked for', async () => {
    const { client } = aClient(answer(200, customer(2, 'Fabrikam')));
    await assert.rejects(client.customer(id(1), signal), error => ApiError.is(error, 'unreadable'));
  });

  test('is refused', async () => {
    const { client } = aClient(answer(403, { code: '20002', description: 'No relationship.' }));
    await assert.rejects(
      client.customer(id(1), signal),
      error => ApiError.is(error, 'forbidden') && error.failure.answer.code === '20002',
    );
  });
});
