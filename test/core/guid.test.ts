import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { readGuid } from '../../src/core/guid.ts';

const guid = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';

suite('readGuid', () => {
  for (const text of [guid, guid.toUpperCase(), `{${guid}}`, ` ${guid}\n`, ` {${guid}} `]) {
    test(`takes ${JSON.stringify(text)}`, () => assert.equal(readGuid(text), guid));
  }

  const refused = [
    '',
    '{}',
    `{${guid}`,
    `${guid}}`,
    `{{${guid}}}`,
    guid.replaceAll('-', ''),
    guid.replace('c', 'g'),
    `${guid}0`,
    `x${guid}`,
    guid.replace('-', '\u2010'),
    '00000000-0000-0000-0000-000000000000',
    '{00000000-0000-0000-0000-000000000000}',
  ];
  for (const text of refused) {
    test(`refuses ${JSON.stringify(text)}`, () => assert.equal(readGuid(text), undefined));
  }
});
