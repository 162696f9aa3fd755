import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { jobLinkOf } from '../../src/api/acceptance.ts';
import { answer } from './scriptedService.ts';

const customerId = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
const other = '47021739-3426-40bf-9601-61b4b6d7c793';
const trackingId = 'beba2053-5401-46ff-9223-7e841ed78fbf';
const path = `customers/${customerId}/batchJobStatus/${trackingId}`;

/** Asserts what an answer leads to: the tracking id, or why there is none. */
function assertLink(expected: string, of: { status?: number; location?: string; body?: unknown }) {
  const headers = of.location === undefined ? {} : { Location: of.location };
  const link = jobLinkOf(answer(of.status ?? 202, of.body, headers), customerId);
  assert.equal(link.is === 'link' ? link.trackingId : link.is, expected);
}

suite('jobLinkOf: Location', () => {
  const locations = [
    `/${path}`,
    path,
    `/v1/${path}`,
    `v1/${path}`,
    `//v1/${path}`,
    `v1//${path}`,
    `/${path}/`,
    `/${path}?x=1#y`,
    `/${path.toLowerCase()}`,
    `/${path.toUpperCase()}`,
    `https://api.partnercenter.microsoft.com/v1/${path}`,
    `https://api.partnercenter.microsoft.com/${path}`,
    `HTTPS://API.PARTNERCENTER.MICROSOFT.COM//V1/${path}`,
    // The ids are good, wherever the rest leads: the link is built anew.
    `https://example.com/v1/${path}`,
    `//example.com/${path}`,
  ];
  for (const location of locations) {
    test(location, () => assertLink(trackingId, { location }));
  }
  for (const status of [200, 201, 202]) {
    test(`with ${status}`, () => assertLink(trackingId, { status, location: `/${path}` }));
  }

  const otherJob = `/customers/${other}/batchJobStatus/${trackingId}`;
  test('of another customer', () => assertLink('other-customer', { location: otherJob }));
  test('of another customer is not saved by a bare tracking id in the body', () =>
    assertLink('other-customer', { location: otherJob, body: { batchTrackingId: trackingId } }));
  test('of several, the own one', () => assertLink(trackingId, { location: `${otherJob}, /${path}` }));

  const useless = [
    '',
    '/',
    `/customers/${customerId}`,
    `/customers/${customerId}/batchJobStatus/`,
    `/customers/${customerId}/batchJobStatus/${trackingId}0`,
    `/customers/${customerId}/batchJobStatus/${trackingId.slice(1)}`,
    `/customers/${customerId}/batchJobStatus/00000000-0000-0000-0000-000000000000`,
    `/customers/${customerId}/batchJobStatus/../${trackingId}`,
    `/xcustomers/${customerId}/batchJobStatus/${trackingId}`,
    `/customers/${customerId}/deviceBatches/${trackingId}`,
    `/batchJobStatus/${trackingId}`,
  ];
  for (const location of useless) {
    test(`nothing in ${JSON.stringify(location)}`, () => assertLink('no-link', { location }));
  }
});

suite('jobLinkOf: body', () => {
  test('a string', () => assertLink(trackingId, { body: JSON.stringify(`/${path}`) }));
  test('a string behind a byte-order mark', () => assertLink(trackingId, { body: `\uFEFF"/v1/${path}"` }));
  test('plain text', () => assertLink(trackingId, { status: 200, body: `/${path}` }));
  test('an object', () => assertLink(trackingId, { body: { location: `/${path}` } }));
  test('a link in an object', () => assertLink(trackingId, { body: { links: { self: { uri: `/${path}` } } } }));
  test('the tracking id', () => assertLink(trackingId, { body: { BatchTrackingId: trackingId } }));
  test('another customer', () => assertLink('other-customer', { body: { uri: path.replace(customerId, other) } }));
  test('Location comes first', () =>
    assertLink(trackingId, { location: `/${path}`, body: `"/customers/${customerId}/batchJobStatus/${other}"` }));
  test('nothing', () => assertLink('no-link', { status: 200 }));
  test('an empty object', () => assertLink('no-link', { status: 200, body: {} }));
  test('too deep to be a link', () => assertLink('no-link', { body: { a: { b: { c: { uri: path } } } } }));
});

suite('jobLinkOf: what is no acceptance', () => {
  const page = '<!DOCTYPE html><title>Sign in to the network</title>';

  test('200 with a page', () => assertLink('not-an-acceptance', { status: 200, body: page }));
  test('200 with some text', () => assertLink('not-an-acceptance', { status: 200, body: 'OK' }));
  test('200 with a page, but a Location', () =>
    assertLink(trackingId, { status: 200, body: page, location: `/${path}` }));
  test('202 is one, whatever its body', () => assertLink('no-link', { status: 202, body: page }));
});
