import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { suite, test } from 'node:test';

import { curlCommand } from '../../../../src/features/upload/preview/curlCommand.ts';
import { hostileNames } from './hostileNames.ts';

const url = "https://api.partnercenter.microsoft.com/v1/customers/c7f3c849/deviceBatches/it's%20(a)%20test!/devices";
const headers = { Accept: 'application/json', 'MS-RequestId': 'r-1' };

/** How a command writes the name of the body's file. */
function written(bodyFile: string): string {
  const command = curlCommand({ url, headers, bodyFile });
  return command.slice(command.indexOf('--data-binary ') + '--data-binary '.length);
}

suite('curlCommand', () => {
  test('writes the request, with the token from the environment and the body from the file', () =>
    assert.equal(
      curlCommand({ url: 'https://example.com/a', headers, bodyFile: './a.json' }),
      [
        String.raw`curl --globoff --request POST 'https://example.com/a' \ `.trimEnd(),
        String.raw`  --header "Authorization: Bearer $PARTNER_CENTER_TOKEN" \ `.trimEnd(),
        String.raw`  --header 'Accept: application/json' \ `.trimEnd(),
        String.raw`  --header 'MS-RequestId: r-1' \ `.trimEnd(),
        "  --data-binary '@./a.json'",
      ].join('\n'),
    ));

  const spellings: readonly (readonly [name: string, word: string])[] = [
    ["it's", String.raw`'@it'\''s'`],
    ['$(id) `id` %PATH% !!', "'@$(id) `id` %PATH% !!'"],
    ['a\nb', String.raw`$'@a\x0ab'`],
    ["\u001B'\\", String.raw`$'@\x1b\x27\x5c'`],
    ['\u202E', String.raw`$'@\xe2\x80\xae'`],
  ];
  for (const [name, word] of spellings) {
    test(`writes ${JSON.stringify(name)} as ${word}`, () => assert.equal(written(name), word));
  }

  test('hands exactly what it should to cURL', () => {
    const commands = Object.values(hostileNames).map(bodyFile => curlCommand({ url, headers, bodyFile }));
    // A function in the place of cURL prints the words that the shell made of each command.
    const script = ['curl() { printf "%s\\0" "$@"; }', ...commands].join('\n');
    const env = { PATH: process.env['PATH'], PARTNER_CENTER_TOKEN: 'secret $(id)' };
    const words = execFileSync('bash', ['--norc', '-c', script], { env, encoding: 'utf8' }).split('\0').slice(0, -1);
    const fixed = ['--globoff', '--request', 'POST', url, '--header', 'Authorization: Bearer secret $(id)'];
    const listed = Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]);
    const expected = Object.values(hostileNames).flatMap(bodyFile => [
      ...fixed,
      ...listed,
      '--data-binary',
      `@${bodyFile}`,
    ]);
    assert.deepEqual(words, expected);
  });
});
