import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { readPageMessage } from '../../../src/features/status/pageMessage.ts';
import type { PageMessage } from '../../../src/webview/protocol.ts';

const messages: readonly PageMessage[] = [
  { is: 'ready' },
  { is: 'refresh' },
  { is: 'continue' },
  { is: 'open-manifest' },
  { is: 'go-to-device', number: 5000 },
  { is: 'retry-failed' },
  { is: 'copy-table', numbers: [3, 1, 2] },
  { is: 'save-csv', numbers: [] },
  { is: 'copy-support-details' },
  { is: 'copy-link', part: 0 },
  { is: 'show-answer', part: 3 },
];

const others: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'refresh'],
  ['a list', [{ is: 'refresh' }]],
  ['no kind', {}],
  ['another kind', { is: 'open-url', url: 'https://evil.example' }],
  ['a kind that is no text', { is: ['refresh'] }],
  ['an inherited kind', Object.create({ is: 'refresh' })],
  ['a kind of every object', { is: 'toString' }],
  ['a device without a number', { is: 'go-to-device' }],
  ['a number as text', { is: 'go-to-device', number: '1' }],
  ['a fraction', { is: 'go-to-device', number: 1.5 }],
  ['no number', { is: 'go-to-device', number: Number.NaN }],
  ['a negative number', { is: 'go-to-device', number: -1 }],
  ['a number without end', { is: 'go-to-device', number: Number.POSITIVE_INFINITY }],
  ['a part as a path', { is: 'show-answer', part: '../../x' }],
  ['numbers as text', { is: 'copy-table', numbers: '123' }],
  ['numbers with something else among them', { is: 'save-csv', numbers: [1, '=cmd()', 2] }],
  ['numbers as an object', { is: 'save-csv', numbers: { length: 1, 0: 1 } }],
  ['endlessly many numbers', { is: 'save-csv', numbers: Array.from({ length: 1_000_001 }, () => 1) }],
];

suite('messages of the status page', () => {
  for (const message of messages) {
    test(`${message.is} is understood`, () => assert.deepEqual(readPageMessage(message), message));
  }

  for (const [what, value] of others) {
    test(`${what} is not`, () => assert.equal(readPageMessage(value), undefined));
  }

  test('bring nothing along that they need not', () => {
    const message = { is: 'refresh', customerId: 'c7f3c849-129f-4b85-a96d-4f8e88b315a3', url: 'https://evil.example' };
    assert.deepEqual(readPageMessage(message), { is: 'refresh' });
    assert.deepEqual(readPageMessage({ is: 'copy-link', part: 1, link: 'x' }), { is: 'copy-link', part: 1 });
  });
});
