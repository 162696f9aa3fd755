import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { powerShellCommand } from '../../../../src/features/upload/preview/powerShellCommand.ts';
import { hostileNames } from './hostileNames.ts';

const request = { url: 'https://example.com/a', headers: { Accept: 'a/b', 'Content-Type': 'application/json' } };

/** How a command writes the name of the body's file. */
function written(bodyFile: string): string {
  const command = powerShellCommand({ ...request, bodyFile });
  return command.slice(command.indexOf('-InFile ') + '-InFile '.length);
}

/**
 * What PowerShell makes of an expression of texts in quotes and of characters, added up; fails for anything else (language
 * specification, 2.3.5.2: a text in single quotes holds no escapes but doubled quotes of any kind).
 */
function evaluated(expression: string): string {
  const sum = /^\((.*)\)$/s.exec(expression)?.[1] ?? expression;
  const term = /(?:'((?:[^'‘’‚‛]|['‘’‚‛]{2})*)'|\[char\]0x([0-9a-f]+))(?: \+ |$)/gy;
  const terms = [...sum.matchAll(term)];
  assert.equal(terms.map(([whole]) => whole).join(''), sum, 'is more than texts and characters');
  return terms
    .map(([, text, code]) =>
      code === undefined
        ? (text ?? '').replaceAll(/(['‘’‚‛])\1/g, '$1')
        : String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .join('');
}

suite('powerShellCommand', () => {
  test('writes the request, with the token from the environment and the body from the file', () =>
    assert.equal(
      powerShellCommand({ ...request, bodyFile: './a.json' }),
      [
        '$headers = @{',
        `  'Authorization' = "Bearer $env:PARTNER_CENTER_TOKEN"`,
        "  'Accept' = 'a/b'",
        '}',
        "Invoke-RestMethod -Method Post -Uri 'https://example.com/a' -Headers $headers -ContentType 'application/json' -InFile './a.json'",
      ].join('\n'),
    ));

  const spellings: readonly (readonly [name: string, expression: string])[] = [
    ["it's", "'it''s'"],
    ['‘a’', "'‘‘a’’'"],
    ['$(id) $env:X %PATH% !! "', `'$(id) $env:X %PATH% !! "'`],
    ['a\nb', "('' + 'a' + [char]0xa + 'b')"],
    ['\u202E', "('' + [char]0x202e)"],
    ['[a]*?`', "'`[a`]`*`?``'"],
  ];
  for (const [name, expression] of spellings) {
    test(`writes ${JSON.stringify(name)} as ${expression}`, () => assert.equal(written(name), expression));
  }

  for (const [what, name] of Object.entries(hostileNames)) {
    test(`takes ${what} literally`, () => {
      const pattern = evaluated(written(name));
      assert.equal(pattern.replaceAll(/`(.)/gs, '$1'), name);
      assert.doesNotMatch(pattern.replaceAll(/`./gs, ''), /[[\]*?`]/, 'is a pattern');
    });
  }
});
