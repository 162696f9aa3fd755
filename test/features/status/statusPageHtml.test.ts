import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { statusPageHtml } from '../../../src/features/status/statusPageHtml.ts';

const html = statusPageHtml({
  script: 'https://files.example/statusPage.js?a=1&b="2"',
  style: 'https://files.example/statusPage.css',
  nonce: 'N0nce',
  language: 'de',
  title: '</title><script>alert(1)</script>',
});

suite('the document of the status page', () => {
  test('lets its own script and style in, and nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    assert.equal(
      policy,
      "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'nonce-N0nce'; style-src 'nonce-N0nce'",
    );
  });

  test('has one script and one style, both with the nonce', () => {
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.match(
      html,
      /<script defer nonce="N0nce" src="https:\/\/files\.example\/statusPage\.js\?a=1&amp;b=&quot;2&quot;">/,
    );
    assert.match(html, /<link rel="stylesheet" nonce="N0nce" href="https:\/\/files\.example\/statusPage\.css">/);
  });

  test('says its language', () => assert.match(html, /<html lang="de">/));

  test('shows its title as text', () => assert.match(html, /<title>&lt;\/title&gt;&lt;script&gt;/));
});
