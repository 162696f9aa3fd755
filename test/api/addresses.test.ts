import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { addresses } from '../../src/api/addresses.ts';
import { ApiError } from '../../src/api/apiError.ts';

const base = new URL('https://api.partnercenter.microsoft.com');
const customerId = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';

/** Asserts how a batch of that name is addressed. */
function assertBatch(name: string, encoded: string) {
  assert.equal(
    addresses.batchDevices(base, customerId, name).href,
    `https://api.partnercenter.microsoft.com/v1/customers/${customerId}/deviceBatches/${encoded}/devices`,
  );
}

suite('addresses', () => {
  test('a plain name', () => assertBatch('SDKTestDeviceBatch', 'SDKTestDeviceBatch'));
  test('a name with a blank', () => assertBatch('Test batch', 'Test%20batch'));
  test('a name of marks', () =>
    assertBatch("a/b\\c?d#e%f&g*h:i<j>k+l'(m)!~", "a%2Fb%5Cc%3Fd%23e%25f%26g*h%3Ai%3Cj%3Ek%2Bl'(m)!~"));
  test('a name in another script', () => assertBatch('Büro', 'B%C3%BCro'));
  test('three dots are a name', () => assertBatch('...', '...'));
  test('an encoded name is a name', () => assertBatch('%2e%2e', '%252e%252e'));
  test('the trailing slash of a base changes nothing', () =>
    assert.equal(
      addresses.customers(new URL('http://127.0.0.1:8/'), 'size=1').href,
      'http://127.0.0.1:8/v1/customers?size=1',
    ));
  test('a query cannot reach beyond itself', () =>
    assert.equal(addresses.customers(base, 'a#b?c /..').href, `${base.href}v1/customers?a%23b?c%20/..`));

  for (const name of ['.', '..', '', '\uD83D', 'x\uDE00']) {
    test(`${JSON.stringify(name)} cannot be addressed`, () => {
      assert.throws(
        () => addresses.batchDevices(base, customerId, name),
        error => ApiError.is(error, 'unaddressable'),
      );
    });
  }
});
