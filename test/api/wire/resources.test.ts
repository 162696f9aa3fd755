import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { batchSummaryOf } from '../../../src/api/wire/batchSummary.ts';
import { readBody } from '../../../src/api/wire/body.ts';
import { pageOf } from '../../../src/api/wire/collection.ts';
import { customerOf } from '../../../src/api/wire/customer.ts';
import { jobReportOf } from '../../../src/api/wire/jobReport.ts';
import { listedDeviceOf } from '../../../src/api/wire/listedDevice.ts';
import { serviceAnswerOf } from '../../../src/api/wire/serviceAnswer.ts';
import { foldReport } from '../../../src/core/upload/outcome.ts';
import { Random, mutateText, rounds } from '../../support/random.ts';
import { answer } from '../scriptedService.ts';

/** Leaves out what is undefined, so that an expectation names only what was found. */
function found(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

const documentedStatus = {
  batchTrackingId: '0127ed8e-ff72-4983-a3d8-e8d8bd378932',
  status: 'finished',
  startedTime: '2017-07-25T10:00:00',
  completedTime: '2017-07-25T10:10:00',
  devicesStatus: [
    {
      serialNumber: '1234567890',
      productKey: '12345-67890-09876-54321-13579',
      status: 'finished_with_errors',
      errorCode: '808',
      errorDescription: 'ZtdDeviceAssignedToOtherTenant',
      attributes: { objectType: 'DeviceUploadDetails' },
    },
  ],
  attributes: { objectType: 'BatchUploadDetails' },
};

suite('jobReportOf', () => {
  test('the documented answer', () => {
    assert.deepEqual(found(jobReportOf(documentedStatus)), {
      trackingId: '0127ed8e-ff72-4983-a3d8-e8d8bd378932',
      status: 'finished',
      startedAt: Date.UTC(2017, 6, 25, 10),
      completedAt: Date.UTC(2017, 6, 25, 10, 10),
      devices: [
        {
          serialNumber: '1234567890',
          productKey: '12345-67890-09876-54321-13579',
          status: 'finished_with_errors',
          errorCode: '808',
          errorDescription: 'ZtdDeviceAssignedToOtherTenant',
        },
      ],
    });
  });
  test('a job that has not begun', () => {
    const job = { Status: 'Queued', StartedTime: '0001-01-01T00:00:00', DevicesStatus: null };
    assert.deepEqual(found(jobReportOf(job)), { status: 'Queued', devices: [] });
  });
  test('a code as a number', () =>
    assert.equal(jobReportOf({ devicesStatus: [{ errorCode: 808 }] })?.devices[0]?.errorCode, '808'));
  test('entries that are none keep their places', () => {
    assert.equal(jobReportOf({ devicesStatus: [null, 'x', { deviceId: 'D' }] })?.devices[2]?.deviceId, 'D');
  });
  for (const value of [undefined, null, 'finished', [], {}, { code: '1000' }, { items: [] }]) {
    test(`nothing in ${JSON.stringify(value)}`, () => assert.equal(jobReportOf(value), undefined));
  }
});

suite('batchSummaryOf', () => {
  test('the documented entry', () => {
    const batch = {
      id: 'Test batch',
      status: 'finished',
      creationDate: '2017-07-25T01:51:00',
      devicesCount: 5,
      devicesLink: { uri: '/customers/47021739-3426-40bf-9601-61b4b6d7c793/deviceBatches/Test batch/devices' },
    };
    assert.deepEqual(found(batchSummaryOf(batch)), {
      id: 'Test batch',
      status: 'finished',
      createdAt: Date.UTC(2017, 6, 25, 1, 51),
      devicesCount: 5,
    });
  });
  test("the table's spelling of the count", () =>
    assert.deepEqual(found(batchSummaryOf({ Id: ' x', DeviceCount: '7', createdBy: 'Contoso' })), {
      id: ' x',
      devicesCount: 7,
      createdBy: 'Contoso',
    }));
  test('a batch needs a name', () => assert.equal(batchSummaryOf({ devicesCount: 5 }), undefined));
});

suite('listedDeviceOf', () => {
  test('the documented entry', () => {
    const device = {
      id: '7c141ea9-2816-4e15-a819-53f6856499ff',
      serialNumber: '2R9-ZNP67',
      productKey: '00329-00000-0003-AA6069',
      modelName: 'Precision WorkStation T7500',
      oemManufacturerName: 'Dell Inc.',
      policies: [{ key: 'o_o_b_e', value: null }],
      uploadedDate: '2017-08-09T14:43:26.0092288-07:00',
      ' attributes': { objectType: 'Device' },
    };
    assert.deepEqual(found(listedDeviceOf(device)), {
      id: '7c141ea9-2816-4e15-a819-53f6856499ff',
      serialNumber: '2R9-ZNP67',
      productKey: '00329-00000-0003-AA6069',
      modelName: 'Precision WorkStation T7500',
      oemManufacturerName: 'Dell Inc.',
      uploadedAt: Date.UTC(2017, 7, 9, 21, 43, 26, 9),
    });
  });
  test('a device without anything', () => assert.deepEqual(found(listedDeviceOf({})), {}));
  test('no device', () => assert.equal(listedDeviceOf('x'), undefined));
});

suite('customerOf', () => {
  const id = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';

  test('an entry of the list', () => {
    const customer = {
      id: id.toUpperCase(),
      companyProfile: { tenantId: id, domain: 'contoso.onmicrosoft.com', companyName: 'Contoso' },
      relationshipToPartner: 'reseller',
    };
    assert.deepEqual(found(customerOf(customer)), {
      id,
      companyName: 'Contoso',
      domain: 'contoso.onmicrosoft.com',
      relationship: 'reseller',
    });
  });
  test('the id of its profile alone', () =>
    assert.deepEqual(found(customerOf({ companyProfile: { tenantId: id } })), { id }));
  for (const value of [undefined, {}, { id: 'x' }, { id: '../x' }, { id: 5 }]) {
    test(`no customer in ${JSON.stringify(value)}`, () => assert.equal(customerOf(value), undefined));
  }
});

suite('pageOf', () => {
  test('the documented collection', () =>
    assert.deepEqual(pageOf({ totalCount: 1, items: [1], attributes: {} }), { items: [1], next: undefined }));
  test('a bare array', () => assert.deepEqual(pageOf([1, 2]), { items: [1, 2], next: undefined }));
  test('an empty collection', () => assert.deepEqual(pageOf({ totalCount: 0 })?.items, []));
  test('a continuation token', () =>
    assert.deepEqual(found(pageOf({ Items: [], ContinuationToken: 'AQ==' })?.next), { continuationToken: 'AQ==' }));
  test('a link with the token among its headers', () => {
    const next = {
      uri: 'https://example.com/customers?seekOperation=Next#x',
      method: 'GET',
      headers: [
        { key: 'x', value: 'y' },
        { Key: 'ms-continuationtoken', Value: 'AQAAAA==' },
      ],
    };
    assert.deepEqual(found(pageOf({ items: [], links: { next } })?.next), {
      continuationToken: 'AQAAAA==',
      query: 'seekOperation=Next',
    });
  });
  test('a link without a token', () =>
    assert.deepEqual(found(pageOf({ items: [], links: { next: { uri: '/customers?page=2' } } })?.next), {
      query: 'page=2',
    }));
  test('a token that no header can carry is none', () =>
    assert.equal(pageOf({ items: [], continuationToken: 'a\r\nAuthorization: x' })?.next, undefined));
  for (const value of [undefined, null, 'x', {}, { items: {} }, { code: '1000' }, { totalCount: 3 }]) {
    test(`no page in ${JSON.stringify(value)}`, () => assert.equal(pageOf(value), undefined));
  }
});

/** Asserts what an answer says, besides its status: its code and text, and how its body looks. */
function assertAnswer(
  response: ReturnType<typeof answer>,
  code: string | undefined,
  text: string | undefined,
  body: string,
) {
  const read = serviceAnswerOf(response, 0);
  assert.deepEqual([read.code, read.text, read.body], [code, text, body]);
}

suite('serviceAnswerOf', () => {
  test('a fault', () =>
    assertAnswer(
      answer(400, { code: '3000', description: 'Invalid property.', source: 'x' }),
      '3000',
      'Invalid property.',
      'json',
    ));
  test('a fault in another case, behind a byte-order mark', () =>
    assertAnswer(answer(403, '\uFEFF{"Code":2032,"Description":"Denied."}'), '2032', 'Denied.', 'json'));
  test('its details, where they are texts', () => {
    const { details } = serviceAnswerOf(answer(400, { code: '1', data: ['Field1', { a: 1 }, 'Field2'] }), 0);
    assert.deepEqual(details, ['Field1', 'Field2']);
  });
  test('throttling by the gateway', () => {
    const read = serviceAnswerOf(
      answer(429, { statusCode: 429, message: 'Rate limit is exceeded. Try again in 57 seconds.' }),
      0,
    );
    assert.deepEqual(
      [read.code, read.text, read.retryAfterMs],
      [undefined, 'Rate limit is exceeded. Try again in 57 seconds.', 57_000],
    );
  });
  test('throttling with a header', () =>
    assert.equal(serviceAnswerOf(answer(429, '', { 'retry-after': '3' }), 0).retryAfterMs, 3000));
  test('the shape of the sibling host', () =>
    assertAnswer(answer(404, { error: { code: 'NotFound', message: 'No.' } }), 'NotFound', 'No.', 'json'));
  test('the shape of sign-in', () =>
    assertAnswer(
      answer(400, { error: 'invalid_grant', error_description: 'AADSTS50076: …' }),
      'invalid_grant',
      'AADSTS50076: …',
      'json',
    ));
  test('a string', () => assertAnswer(answer(400, '"No."'), undefined, 'No.', 'json'));
  test('another JSON', () => assertAnswer(answer(400, '[1]'), undefined, undefined, 'json'));
  test('plain text', () => assertAnswer(answer(503, 'Service Unavailable'), undefined, 'Service Unavailable', 'text'));
  test('a page', () =>
    assertAnswer(answer(502, '<html><title>502 Bad Gateway</title><p>secret'), undefined, '502 Bad Gateway', 'markup'));
  test('nothing', () => assertAnswer(answer(500), undefined, undefined, 'empty'));
  test('nothing but a reason phrase', () =>
    assertAnswer(
      { ...answer(401), statusText: 'Unauthorized - MFA required' },
      undefined,
      'Unauthorized - MFA required',
      'empty',
    ));
  test('keeps the status', () => assert.equal(serviceAnswerOf(answer(418), 0).status, 418));
  test('keeps no more than a kilobyte of text', () => {
    const read = serviceAnswerOf(
      answer(400, { code: 'c'.repeat(9999), description: 'd'.repeat(9999), data: ['e'.repeat(9999)] }),
      0,
    );
    assert.deepEqual([read.code?.length, read.text?.length, read.details[0]?.length], [1024, 1024, 1024]);
  });
});

suite('every reader', () => {
  test('takes any JSON and any text without throwing', () => {
    const random = new Random(3);
    const samples = [
      documentedStatus,
      {
        totalCount: 1,
        items: [{ id: 'a', companyProfile: {}, policies: [{}] }],
        continuationToken: 'x',
        links: { next: { uri: '?a', headers: [{}] } },
      },
      { code: '1', description: 'x', data: ['x'], error: { code: 1 } },
    ].map(sample => JSON.stringify(sample));
    for (let round = 0; round < rounds(1000); round++) {
      let text = random.pick(samples);
      for (let slips = random.below(3) + 1; slips > 0; slips--) {
        text = mutateText(text, random);
      }
      const response = answer(200, text);
      serviceAnswerOf(response, 0);
      const body = readBody(response.body);
      const value = body.is === 'json' ? body.value : undefined;
      const report = jobReportOf(value);
      foldReport(undefined, [{ serialNumber: '1234567890' }], report ?? { devices: [] });
      for (const item of [value, ...(pageOf(value)?.items ?? [])]) {
        batchSummaryOf(item);
        listedDeviceOf(item);
        customerOf(item);
      }
    }
  });
});
