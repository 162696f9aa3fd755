import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { claimsChallengeOf } from '../../src/api/claimsChallenge.ts';
import { Random } from '../support/random.ts';

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const base64 = btoa(claims);
const rebuilt = `Bearer claims="${base64}"`;

/** Asserts the challenge that is made of a header. */
function assertChallenge(expected: string | undefined, header: string | undefined) {
  assert.equal(claimsChallengeOf(header), expected);
}

suite('claimsChallengeOf: what is rebuilt', () => {
  const headers = [
    rebuilt,
    `Bearer realm="", error="insufficient_claims", claims="${base64}"`,
    `bearer CLAIMS="${base64}"`,
    `Bearer claims=${base64}`,
    `Bearer claims = "${base64}"`,
    `Bearer claims="${claims.replaceAll('"', String.raw`\"`)}"`,
    `OAuth realm=urn:cpsvc:cpid:x, Bearer claims="${base64}"`,
    `Negotiate, Negotiate YII=, Basic realm="a, Bearer claims=1", Bearer claims="${base64}"`,
    `Bearer error="invalid_token", Bearer claims="${base64}"`,
    `Bearer claims="${base64}", Bearer claims="${btoa('{}')}"`,
  ];
  for (const header of headers) {
    test(header, () => assertChallenge(rebuilt, header));
  }
  test('nothing but the claims', () =>
    assertChallenge(
      rebuilt,
      `Bearer authorization_uri="https://evil.example/", resource_id="https://graph.microsoft.com", scope="x", claims="${base64}"`,
    ));
  test('base64url without padding', () => {
    const json = '{"a":"??>>~~"}';
    const url = btoa(json).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    assert.notEqual(url, btoa(json));
    assertChallenge(`Bearer claims="${btoa(json)}"`, `Bearer claims="${url}"`);
  });
  test('other letters, as escapes', () => {
    const utf8 = btoa(String.fromCharCode(...new TextEncoder().encode('{"a":"é"}')));
    assertChallenge(`Bearer claims="${btoa(String.raw`{"a":"\u00e9"}`)}"`, `Bearer claims="${utf8}"`);
  });
  test('claims of just 4 KB', () => {
    const json = JSON.stringify({ a: 'x'.repeat(4096 - 8) });
    assert.equal(json.length, 4096);
    assertChallenge(`Bearer claims="${btoa(json)}"`, `Bearer claims="${btoa(json)}"`);
  });
});

suite('claimsChallengeOf: what is not', () => {
  const headers = [
    undefined,
    '',
    'OAuth realm=urn:cpsvc:cpid:x',
    'Bearer',
    'Bearer error="invalid_token"',
    `OAuth claims="${base64}"`,
    `claims="${base64}"`,
    'Bearer claims=""',
    'Bearer claims="%%%"',
    `Bearer claims="${btoa('not json')}"`,
    `Bearer claims="${btoa('"text"')}"`,
    `Bearer claims="${btoa('[1]')}"`,
    `Bearer claims="${btoa('null')}"`,
    `Bearer claims="${btoa('{"a":"\u00FF"}')}"`,
    `Bearer claims="${base64}`,
    `Bearer claims="${btoa(JSON.stringify({ a: 'x'.repeat(4096 - 7) }))}"`,
    `Bearer x="${'y'.repeat(20_000)}", claims="${base64}"`,
  ];
  for (const header of headers) {
    test(`${header?.slice(0, 60)}`, () => assertChallenge(undefined, header));
  }

  test('whatever comes, the answer is a challenge of one form or none', () => {
    const random = new Random(11);
    const pieces = ['Bearer', ' ', ',', '=', '"', '\\', 'claims', base64, claims, '\r\n', 'OAuth', 'é', '{', '}', '%'];
    for (let round = 0; round < 5000; round++) {
      const header = Array.from({ length: random.below(12) }, () => random.pick(pieces)).join('');
      assert.match(claimsChallengeOf(header) ?? rebuilt, /^Bearer claims="[A-Za-z0-9+/]+={0,2}"$/);
    }
  });
});
