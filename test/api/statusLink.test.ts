import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { clouds } from '../../src/api/clouds.ts';
import { readStatusLink, statusLink } from '../../src/api/statusLink.ts';
import { Random } from '../support/random.ts';

const customerId = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
const trackingId = 'beba2053-5401-46ff-9223-7e841ed78fbf';
const { base } = clouds.public;
const origin = 'https://api.partnercenter.microsoft.com';
const path = `/v1/customers/${customerId}/batchJobStatus/${trackingId}`;
const link = `${origin}${path}`;

/** Asserts that the text leads to the job, by its two ids. */
function assertJob(text: string, of: { base?: URL; customer?: string } = {}) {
  assert.deepEqual(readStatusLink(text, of.base ?? base, of.customer), { is: 'job', job: { customerId, trackingId } });
}

/** Asserts that the text is refused for this reason; for another host that host is named. */
function assertRefused(text: string, reason: string, of: { base?: URL } = {}) {
  const read = readStatusLink(text, of.base ?? base);
  const host = 'host' in read ? ` ${read.host}` : '';
  assert.equal(read.is === 'refused' && `${read.reason}${host}`, reason);
}

suite('statusLink', () => {
  test('is the documented address', () => assert.equal(statusLink(base, { customerId, trackingId }), link));
  test('is read back', () => assertJob(statusLink(base, { customerId, trackingId })));
});

suite('readStatusLink: what leads to a job', () => {
  const texts = [
    link,
    ` ${link}\n`,
    link.toUpperCase(),
    link.replace('batchJobStatus', 'batchjobstatus'),
    link.replace('/v1', ''),
    link.replace('/v1', '//v1'),
    `${link}/`,
    link.replace('.com', '.com:443'),
    path,
    `//v1/customers/${customerId}/batchJobStatus/${trackingId}`,
    `/customers/${customerId}/batchJobStatus/${trackingId}`,
    `//customers/${customerId}/batchJobStatus/${trackingId}`,
    `customers/${customerId}/batchjobstatus/${trackingId}`,
  ];
  for (const text of texts) {
    test(JSON.stringify(text), () => assertJob(text));
  }
  test('a tracking id of a known customer', () => assertJob(trackingId, { customer: customerId }));
  test('a tracking id in braces, of a customer in braces', () =>
    assertJob(`{${trackingId.toUpperCase()}}`, { customer: `{${customerId}}` }));
  test('a link of the emulator', () => {
    const emulator = new URL('http://127.0.0.1:4711');
    assertJob(`http://127.0.0.1:4711${path}`, { base: emulator });
  });
});

suite('readStatusLink: what is refused', () => {
  const tricks: readonly (readonly [text: string, reason: string])[] = [
    [`https://example.com${path}`, 'other-host example.com'],
    [
      `https://API.PARTNERCENTER.MICROSOFT.COM.example.com${path}`,
      'other-host API.PARTNERCENTER.MICROSOFT.COM.example.com',
    ],
    [`https://api.partnercenter.microsoft.com.${path}`, 'other-host api.partnercenter.microsoft.com.'],
    [`https://api-partnercenter.microsoft.com${path}`, 'other-host api-partnercenter.microsoft.com'],
    [`https://xapi.partnercenter.microsoft.com${path}`, 'other-host xapi.partnercenter.microsoft.com'],
    [`https://\uFF41pi.partnercenter.microsoft.com${path}`, 'other-host \uFF41pi.partnercenter.microsoft.com'],
    [`https://api.partnercenter.micros\u043Eft.com${path}`, 'other-host api.partnercenter.micros\u043Eft.com'],
    [`https://api.partnercenter\u3002microsoft.com${path}`, 'other-host api.partnercenter\u3002microsoft.com'],
    [`https://api.partner\tcenter.microsoft.com${path}`, 'other-host api.partner\tcenter.microsoft.com'],
    [`https://api%2Epartnercenter.microsoft.com${path}`, 'other-host api%2Epartnercenter.microsoft.com'],
    [`${origin}:8443${path}`, 'other-host api.partnercenter.microsoft.com:8443'],
    [`${origin}:${path}`, 'other-host api.partnercenter.microsoft.com:'],
    [`https://${path}`, 'other-host '],
    [`https://api.partnercenter.microsoft.com@example.com${path}`, 'credentials'],
    [`https://user:pass@api.partnercenter.microsoft.com${path}`, 'credentials'],
    [`https://example.com\\@api.partnercenter.microsoft.com${path}`, 'other-host example.com'],
    [`https:\\\\example.com${path}`, 'other-host example.com'],
    [`http://api.partnercenter.microsoft.com${path}`, 'scheme'],
    [`ftp://api.partnercenter.microsoft.com${path}`, 'scheme'],
    [`vscode://api.partnercenter.microsoft.com${path}`, 'scheme'],
    [`javascript://api.partnercenter.microsoft.com${path}`, 'scheme'],
    [`javascript:alert(1)`, 'unreadable'],
    [`https:/api.partnercenter.microsoft.com${path}`, 'unreadable'],
    [`//example.com${path}`, 'other-host example.com'],
    [`//api.partnercenter.microsoft.com${path}`, 'other-host api.partnercenter.microsoft.com'],
    [`/\\example.com${path}`, 'unreadable'],
    [`\\\\example.com${path}`, 'unreadable'],
    [`///example.com${path}`, 'other-host '],
    [`${origin}/v1/customers/${customerId}%2FbatchJobStatus%2F${trackingId}`, 'other-path'],
    [`${origin}/v1%2Fcustomers/${customerId}/batchJobStatus/${trackingId}`, 'other-path'],
    [`${origin}/v1/customers/${customerId}/batchJobStatus/../../${trackingId}`, 'other-path'],
    [`${origin}/v1/../v1/customers/${customerId}/batchJobStatus/${trackingId}`, 'other-path'],
    [`${origin}/v1/%2e%2e/customers/${customerId}/batchJobStatus/${trackingId}`, 'other-path'],
    [`${origin}/v1/customers/${customerId}/batchJobStatus/${trackingId}/..`, 'other-path'],
    [`${origin}/v1/customers/${customerId}/deviceBatches/${trackingId}`, 'other-path'],
    [`${origin}/v1/customers/${customerId}`, 'other-path'],
    [`${origin}/x${path}`, 'other-path'],
    [`${origin}///v1/customers/${customerId}/batchJobStatus/${trackingId}`, 'other-path'],
    [`${origin}\\v1\\customers\\${customerId}\\batchJobStatus\\${trackingId}`, 'other-path'],
    [`${link}?redirect=https://example.com`, 'other-path'],
    [`${link}#x`, 'other-path'],
    [`${link} ${link}`, 'other-path'],
    [`${origin}/v1/customers/{${customerId}}/batchJobStatus/${trackingId}`, 'other-path'],
    [`${origin}/v1/customers/ ${customerId}/batchJobStatus/${trackingId}`, 'other-path'],
    [`${origin}/v1/customers/00000000-0000-0000-0000-000000000000/batchJobStatus/${trackingId}`, 'other-path'],
    [origin, 'other-path'],
    [`data:text/html,${link}`, 'unreadable'],
    [`see ${link}`, 'unreadable'],
    ['', 'unreadable'],
    ['hello', 'unreadable'],
    [trackingId, 'customer-missing'],
  ];
  for (const [text, reason] of tricks) {
    test(`${JSON.stringify(text)}: ${reason}`, () => assertRefused(text, reason));
  }

  test('a link of the cloud, for the emulator', () =>
    assertRefused(link, 'scheme', { base: new URL('http://127.0.0.1:4711') }));
  test('a link of another emulator', () =>
    assertRefused(`http://127.0.0.1:4712${path}`, 'other-host 127.0.0.1:4712', {
      base: new URL('http://127.0.0.1:4711'),
    }));
  test("the emulator's host without its port", () =>
    assertRefused(`http://127.0.0.1:80${path}`, 'other-host 127.0.0.1:80', { base: new URL('http://127.0.0.1:4711') }));

  test('whatever is spliced into a link, only its own job or none comes out', () => {
    const random = new Random(7);
    const pieces = [
      '/',
      '\\',
      '@',
      ':',
      '..',
      '%2f',
      '%00',
      '\t',
      '\n',
      '?',
      '#',
      '.',
      'evil.example',
      '\u202E',
      '{',
      '}',
    ];
    for (let round = 0; round < 3000; round++) {
      const at = random.below(link.length + 1);
      const text = link.slice(0, at) + random.pick(pieces) + link.slice(at + random.below(3));
      const read = readStatusLink(text, base);
      assert.ok(read.is === 'refused' || (read.job.customerId === customerId && read.job.trackingId === trackingId));
      if (read.is === 'job') {
        assert.equal(URL.parse(text.trim())?.host, base.host);
      }
    }
  });
});
