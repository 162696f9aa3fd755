import { suite, test } from 'node:test';

import { assertFix, assertFixAll, assertNoFix } from '../../../support/assertFix.ts';
import { hardwareHash, tpmModulus } from '../../../support/hashBuilder.ts';
import type { HashContents } from '../../../support/hashBuilder.ts';

function collected(day: number, contents: Partial<HashContents> = {}): string {
  return `{ "hardwareHash": "${hardwareHash({ collectedAt: Date.UTC(2026, 8, day), ...contents })}" }`;
}

/** A manifest of these lines. */
function batch(...lines: readonly string[]): string {
  return ['{', '  "batchId": "Berlin",', '  "devices": [', ...lines.map(line => `    ${line}`), '  ]', '}', ''].join(
    '\n',
  );
}

function onOneLine(...devices: readonly string[]): string {
  return `{ "batchId": "Berlin", "devices": [${devices.join(', ')}] }`;
}

const other = '{ "productKey": "3305412345678" }';
const another = '{ "productKey": "3305412345679" }';

suite('The fix keep-newest', () => {
  test('removes the older of two collections with its line, wherever it stands', () => {
    assertFix('keep-newest', batch(`${collected(14)},`, `${other},`, collected(15)), batch(`${other},`, collected(15)));
    assertFix(
      'keep-newest',
      batch(`${other},`, `${collected(15)},`, `${collected(14)},`, another),
      batch(`${other},`, `${collected(15)},`, another),
    );
    assertFix('keep-newest', batch(`${collected(15)},`, `${other},`, collected(14)), batch(`${collected(15)},`, other));
  });

  test('leaves comments and trailing commas as they are', () => {
    assertFix(
      'keep-newest',
      batch('// desk', `${collected(14)}, // old`, '/* shelf */', `${collected(15)},`, '// end'),
      batch('// desk', '// old', '/* shelf */', `${collected(15)},`, '// end'),
    );
    assertFix(
      'keep-newest',
      batch(`${collected(15)}, // new`, '// old', collected(14)),
      batch(`${collected(15)} // new`, '// old'),
    );
  });

  test('works on one line', () => {
    assertFix('keep-newest', onOneLine(collected(14), other, collected(15)), onOneLine(other, collected(15)));
    assertFix('keep-newest', onOneLine(collected(15), other, collected(14)), onOneLine(collected(15), other));
  });

  test('is offered only where both times are known, and differ', () => {
    assertNoFix('keep-newest', batch(`${collected(14)},`, collected(14, { memoryGb: 64 })));
    assertNoFix('keep-newest', batch(`${other},`, other));
  });

  test('is not offered where only the product key agrees', () => {
    const productKeyId = '3305412345678';
    const [a, b] = [
      collected(14, { serialNumber: 'A1', productKeyId }),
      collected(15, { serialNumber: 'B2', productKeyId }),
    ];
    assertNoFix('keep-newest', batch(`${a},`, b));
  });

  test('is not offered while the text around the devices is broken', () => {
    assertNoFix('keep-newest', batch(`${collected(14)},`, '{ "productKey" },', collected(15)));
    assertNoFix('keep-newest', batch(`${collected(14)},`, 'null,', collected(15)));
  });

  test('keeps one of many at once', () => {
    assertFixAll(
      'keep-newest',
      batch(`${collected(15)},`, `${collected(17)},`, `${other},`, `${collected(14)},`, collected(16)),
      batch(`${collected(17)},`, other),
    );
    assertFixAll(
      'keep-newest',
      onOneLine(collected(14), collected(15), collected(16), other),
      onOneLine(collected(16), other),
    );
  });

  test('keeps what repeats the same device, but is another machine', () => {
    const [vm, first, second] = [
      { tpmModulus: undefined, uuid: undefined },
      { tpmModulus: tpmModulus('a') },
      { tpmModulus: tpmModulus('b') },
    ];
    const known = { productKeyId: undefined, uuid: undefined };
    assertFixAll(
      'keep-newest',
      onOneLine(
        collected(14, { ...known, ...vm }),
        collected(15, { ...known, ...first }),
        collected(16, { ...known, ...second }),
      ),
      onOneLine(collected(15, { ...known, ...first }), collected(16, { ...known, ...second })),
    );
  });
});
