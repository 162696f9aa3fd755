import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { Emulated } from './emulated.ts';

/** Asserts what a request for the customers with these headers is answered; `undefined` takes a header away. */
async function assertStatus(
  expected: number,
  headers: (emulated: Emulated) => Record<string, string | undefined>,
): Promise<void> {
  await using emulated = await Emulated.start({ secret: 'correct-horse' });

  const { status } = await emulated.send('GET', '/v1/customers', { headers: headers(emulated) });

  assert.equal(status, expected);
  assert.equal(emulated.received.length, expected === 200 ? 1 : 0);
}

suite('guard', () => {
  test('lets in who has the secret', () => assertStatus(200, () => ({})));

  test('refuses who has none', () => assertStatus(401, () => ({ authorization: undefined })));

  test('refuses the beginning of the secret', () =>
    assertStatus(401, () => ({ authorization: 'Bearer correct-hors' })));

  test('refuses more than the secret', () => assertStatus(401, () => ({ authorization: 'Bearer correct-horse2' })));

  test('refuses another scheme', () => assertStatus(401, () => ({ authorization: 'Basic correct-horse' })));

  test('refuses a name that was rebound to the loopback', () =>
    assertStatus(421, ({ emulator }) => ({ host: `rebound.example:${emulator.address.port}` })));

  test('refuses another name of the loopback', () =>
    assertStatus(421, ({ emulator }) => ({ host: `localhost:${emulator.address.port}` })));

  test('refuses the host without its port', () => assertStatus(421, () => ({ host: '127.0.0.1' })));

  test('refuses a page, even one of its own origin', () =>
    assertStatus(403, ({ emulator }) => ({ origin: emulator.address.origin })));

  test('refuses a sandboxed page', () => assertStatus(403, () => ({ origin: 'null' })));

  test('refuses what a browser sends', () => assertStatus(403, () => ({ 'sec-fetch-site': 'same-origin' })));

  test('says in the words of the service that the token is missing', async () => {
    await using emulated = await Emulated.start();

    const { headers, value } = await emulated.send('GET', '/v1/customers', { headers: { authorization: undefined } });

    assert.equal(value.code, '800001');
    assert.match(String(headers['www-authenticate']), /^OAuth realm=/);
  });

  test('makes another secret for every emulator', async () => {
    await using one = await Emulated.start();
    await using other = await Emulated.start();

    assert.notEqual(one.emulator.secret, other.emulator.secret);
    assert.ok(one.emulator.secret.length >= 43, 'a secret has 256 bits');
  });
});
