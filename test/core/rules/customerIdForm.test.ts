import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { assertProblemsIn } from '../../support/problemsOf.ts';

const guid = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';

suite('customer-id-form', () => {
  for (const value of [`"${guid}"`, `"${guid.toUpperCase()}"`, 'null', '""', '"  "', '5']) {
    test(`takes ${value}`, () => void assertProblemsIn('customer-id-form', `{ "customerId": ${value} }`));
  }

  const wrong: readonly (readonly [value: string, plain: string | undefined])[] = [
    [` ${guid}`, guid],
    [`{${guid}}`, guid],
    [`{ ${guid.toUpperCase()} }`, guid.toUpperCase()],
    [guid.replaceAll('-', ''), guid],
    [guid.replace('-', ''), guid],
    ['00000000-0000-0000-0000-000000000000', undefined],
    [guid.slice(1), undefined],
    [`${guid}0`, undefined],
    [guid.replace('c', 'g'), undefined],
    ['contoso.onmicrosoft.com', undefined],
  ];
  for (const [value, plain] of wrong) {
    test(`refuses "${value}"`, () => {
      const problems = assertProblemsIn('customer-id-form', `{ "CustomerId": «"${value}"» }`);
      assert.deepEqual(
        problems.map(problem => problem.plain),
        [plain],
      );
    });
  }
});
