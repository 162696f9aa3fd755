import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { HttpHeaders } from '../../src/api/http.ts';

suite('HttpHeaders', () => {
  const headers = new HttpHeaders([
    ['MS-CV', 'a'],
    ['WWW-Authenticate', 'OAuth realm=x'],
    ['www-authenticate', 'Bearer'],
  ]);

  test('finds a name in any case', () => assert.equal(headers.get('ms-cv'), 'a'));
  test('joins repeated ones', () => assert.equal(headers.get('WWW-AUTHENTICATE'), 'OAuth realm=x, Bearer'));
  test('has nothing under other names', () => assert.equal(headers.get('ms'), undefined));
  test('lists them as they came', () => assert.equal([...headers].length, 3));
  test('may be empty', () => assert.equal(new HttpHeaders().get('Location'), undefined));
});
