import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { httpFileText } from '../../../../src/features/upload/preview/httpFileText.ts';
import { hostileNames } from './hostileNames.ts';

const request = { url: 'https://example.com/a', headers: { Accept: 'application/json' } };

suite('httpFileText', () => {
  test('writes the request, with the token from the environment and the body from the file', () =>
    assert.equal(
      httpFileText({ ...request, bodyFile: './my file.json' }),
      [
        'POST https://example.com/a HTTP/1.1',
        'Authorization: Bearer {{$processEnv PARTNER_CENTER_TOKEN}}',
        'Accept: application/json',
        '',
        '< ./my file.json',
        '',
      ].join('\n'),
    ));

  for (const [what, bodyFile] of Object.entries(hostileNames)) {
    test(`is neither longer nor another request by ${what}`, () => {
      const lines = httpFileText({ ...request, bodyFile }).split('\n');
      assert.equal(lines.length, 6);
      assert.ok(lines[4] === `< ${bodyFile}` || lines[4] === '< ./request.json', lines[4]);
      assert.doesNotMatch(lines[4] ?? '', /\{\{|\p{Cc}/u);
    });
  }
});
