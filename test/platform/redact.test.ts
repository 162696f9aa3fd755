import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { redact } from '../../src/platform/redact.ts';
import { hardwareHash } from '../support/hashBuilder.ts';

const jwt = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.eyJzdWIiOiJzeW50aGV0aWMifQ.c3ludGhldGljLXNpZ25hdHVyZQ';
const hash = hardwareHash();
const wrappedHash = hash.replaceAll(/.{76}/g, '$&\n');

/** What must go: the secret, and the part of it that no output may hold. */
const secrets: Readonly<Record<string, readonly [text: string, core: string]>> = {
  'a JSON Web Token': [jwt, 'c3ludGhldGlj'],
  'a JSON Web Token cut in its middle': [jwt.slice(0, 50), 'eyJ0eXAi'],
  'an Authorization header': ['Authorization: Bearer secret', 'secret'],
  'an Authorization header in lower case': ['authorization: Basic dTpzZWNyZXQ=', 'dTpz'],
  'a digest': ['Proxy-Authorization: Digest username="secret", response="0123secret"', 'secret'],
  'an Authorization member': ['{"Authorization":"Bearer secret"}', 'secret'],
  'an escaped Authorization member': [String.raw`{\"authorization\":\"Bearer secret\"}`, 'secret'],
  'a quoted digest': [String.raw`"Authorization": "Digest username=\"u\", response=\"secret\""`, 'secret'],
  'an inspected header': ["{ authorization: 'Bearer secret' }", 'secret'],
  'a header in a list': ["[ 'Authorization', 'opaque-secret' ]", 'secret'],
  'the setting http.proxyAuthorization': ['"http.proxyAuthorization": "Basic secret"', 'secret'],
  'a bearer token': ['Bearer 0.AAAAsecret_-~', 'secret'],
  'a bearer token of letters': ['bearer AbcdefghijklmnopSecret', 'Secret'],
  'basic credentials': [`Basic ${btoa('user:secret')}`, btoa('user:secret')],
  'a Kerberos ticket': ['Negotiate YIIGsecretSecretSecret', 'YIIG'],
  'an access token': ['{"access_token":"opaque.secret"}', 'secret'],
  'a refresh token in a form': ['grant_type=x&refresh_token=0.secret&scope=y', 'secret'],
  'a client secret': ['client_secret=sec~ret', 'sec~ret'],
  'the credentials of a proxy': ['http://user:secret@proxy.example:8080', 'secret'],
  'a user name of a proxy': ['http://secret@proxy.example:8080', 'secret'],
  'a password with an @': ['https://user:p@ss@secret@proxy.example/', 'secret'],
  'a password with a slash': ['http://user:a/secret@proxy.example:8080', 'secret'],
  'credentials in an escaped address': [String.raw`http:\/\/user:secret@proxy.example:8080`, 'secret'],
  'the credentials of a second address': ['http://a.example,http://user:secret@b.example', 'secret'],
  'a hardware hash': [hash, hash.slice(500, 510)],
  'a cut hardware hash': [hash.slice(0, 100), hash.slice(20, 30)],
  'a hardware hash in lines': [wrappedHash, hash.slice(100, 110)],
  'a hardware hash in escaped lines': [wrappedHash.replaceAll('\n', String.raw`\r\n`), hash.slice(100, 110)],
  'a hardware hash with escaped slashes': [hash.replaceAll('/', String.raw`\/`), hash.slice(500, 505)],
  'a hardware hash with escaped pluses': [hash.replaceAll('+', String.raw`\u002B`), hash.slice(500, 505)],
  'URL-safe base64': [hash.replaceAll('/', '_').replaceAll('+', '-'), hash.slice(500, 505)],
  'a product key': ['VK7JG-NPHTM-C97JM-9MPGT-3V66T', 'VK7JG'],
  'a product key in lower case': ['vk7jg-nphtm-c97jm-9mpgt-3v66t', 'nphtm'],
  'the product ID of Settings': ['00329-00000-00003-AA606', '00329'],
  'the product ID of the documentation': ['00329-00000-0003-AA6069', '00329'],
  'the product ID of a maker': ['00330-OEM-8962397-12345', '8962397'],
  'a product key ID': ['3305213974608', '33052'],
};

const positions: Readonly<Record<string, (secret: string) => string>> = {
  alone: secret => secret,
  'at the start': secret => `${secret} failed`,
  'at the end': secret => `failed for ${secret}`,
  'in the middle': secret => `failed for ${secret}, twice`,
  'in quotes': secret => `failed for '${secret}'`,
  'in brackets': secret => `failed (${secret})`,
  'in JSON': secret => JSON.stringify({ detail: secret, status: 401 }),
  'on its own line': secret => `failed:\n${secret}\nat line 3`,
  'on a CRLF line': secret => `failed:\r\n${secret}\r\nat line 3`,
  'behind an equals sign': secret => `value=${secret}`,
  'behind a colon': secret => `value:${secret}`,
  'in an element': secret => `<value>${secret}</value>`,
  twice: secret => `${secret} ${secret}`,
};

suite('redact', () => {
  for (const [name, [secret, core]] of Object.entries(secrets)) {
    test(`takes out ${name}, wherever it stands`, () => {
      for (const [position, place] of Object.entries(positions)) {
        assert.ok(place(secret).includes(core), `the case itself: ${position}`);
        assert.ok(!redact(place(secret)).includes(core), position);
      }
    });
  }

  test('says what it took out', () => {
    assert.equal(redact(`Authorization: Bearer ${jwt}`), 'Authorization: [redacted]');
    assert.equal(redact('{"Authorization":"Bearer x","Accept":"y"}'), '{"Authorization":[redacted],"Accept":"y"}');
    assert.equal(redact('via http://user:secret@proxy.example:8080/'), 'via http://[redacted]@proxy.example:8080/');
    assert.equal(redact(`{"hardwareHash":"${hash}"}`), '{"hardwareHash":"[base64, 4000 characters]"}');
    assert.equal(redact('key VK7JG-NPHTM-C97JM-9MPGT-3V66T.'), 'key [product key …V66T].');
    assert.equal(redact('"productKey": "3305213974608"'), '"productKey": "[product key …4608]"');
  });

  test('leaves what a log needs', () => {
    const customer = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
    for (const text of [
      '',
      `https://api.partnercenter.microsoft.com/v1/customers/${customer}/batchJobStatus/${customer}`,
      `MS-CorrelationId: ${customer}`,
      `MS-CV: ${'Ab1/+'.repeat(5)}.0`,
      'WWW-Authenticate: Bearer realm="", claims="eyJ9"',
      'a bearer challenge without claims; Basic authentication required',
      'Retry-After: 57, 2026-01-31T12:34:56.789Z, 123456789012, 12345678901234',
      '{"serialNumber":"1R9-ZNP67","batchId":"SDKTestDeviceBatch","hardwareHash":"DummyHash123"}',
      'someone@contoso.example signed in',
      'A'.repeat(99),
    ]) {
      assert.equal(redact(text), text);
    }
  });

  // A pattern whose work grows with the square of the length would not end.
  for (const piece of ['://a:', String.raw`\u002b`, String.raw`authorization:"\"`, '12345-', 'basic AAAA ', '\n ']) {
    test(`works its way through 200,000 characters of ${JSON.stringify(piece)}`, () => {
      assert.ok(redact(piece.repeat(200_000 / piece.length)).length > 0);
    });
  }
});
