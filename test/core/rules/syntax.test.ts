import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { SyntaxFaultKind } from '../../../src/core/manifest/syntaxFault.ts';
import { validate } from '../../../src/core/manifest/validate.ts';
import { readMarks, showMarks } from '../../support/markedText.ts';
import { sha256 } from '../../support/sha256.ts';

/** The marked text has these syntax faults, and nothing else is wrong with it. */
function assertFaults(marked: string, faults: readonly SyntaxFaultKind[], language: 'json' | 'jsonc' = 'json') {
  const { text } = readMarks(marked);
  const problems = validate(text, { language, sha256 });
  const spans = problems.map(({ span }) => span);
  assert.equal(showMarks(text, spans), marked);
  const found = problems.map(problem => (problem.code === 'syntax' ? problem.fault : problem.code));
  assert.deepEqual(found, faults);
}

const device = '{ "productKey": "3305412345678" }';
const properties = '"productKey": "3305412345679"';

suite('syntax', () => {
  const slips: readonly (readonly [slip: string, marked: string, fault: SyntaxFaultKind])[] = [
    ['a value that is no JSON', '«yes»', 'value-expected'],
    ['words before the batch', '«batch»: {}', 'value-expected'],
    ['something behind the batch', '{ "id": 1 } «{» }', 'end-expected'],
    ['a name without quotes', '{ «batchId»: "b" }', 'name-expected'],
    ['a name in single quotes', '{ «\'batchId\'»: "b" }', 'name-expected'],
    ['a comma before the first property', '{ «,» "batchId": "b" }', 'name-expected'],
    ['two commas', '{ "batchId": "b",«,» "customerId": null }', 'name-expected'],
    ['a missing colon', '{ "batchId" «"b"» }', 'colon-expected'],
    ['a missing value', '{ "batchId": «,» "customerId": null }', 'value-expected'],
    ['a missing value before the next name', '{ "batchId": «"customerId"»: null }', 'value-expected'],
    ['a value without quotes', '{ "batchId": «Berlin» }', 'value-expected'],
    ['a number with zeros before it', '{ "batchId": «007» }', 'value-expected'],
    ['a missing comma', '{ "batchId": "b" «"customerId"»: null }', 'comma-expected'],
    ['an open brace', '{ "batchId": "b«"»', 'closing-brace-expected'],
    ['an open quote', '{ "batchId": «"b }»', 'unclosed-string'],
    ['a line break inside a text', '{ "batchId": «"Ber»\nlin" }', 'unclosed-string'],
    ['a tab inside a text', '{ "batchId": "b«\t»" }', 'control-character'],
    ['an escape that is none', String.raw`{ "batchId": "a«\»_b" }`, 'escape'],
    ['half an escape', String.raw`{ "batchId": "«\»u00e" }`, 'escape'],
    ['an open comment', '{ "batchId": "b", «/* "devices": [] }»', 'unclosed-comment'],
    ['a stray bracket', '{ "batchId": "b" «]» }', 'bracket-unexpected'],
  ];
  for (const [slip, marked, fault] of slips) {
    test(`is ${slip}`, () => assertFaults(marked, [fault]));
  }

  const deviceSlips: readonly (readonly [slip: string, marked: string, fault: SyntaxFaultKind])[] = [
    ['a missing comma between devices', `${device} «{» ${properties} }`, 'comma-expected'],
    ['a comma too many', `${device},«,» { ${properties} }`, 'value-expected'],
    ['a missing opening brace', `${device}, «"productKey"»: "3305412345679" }`, 'opening-brace-expected'],
    ['a brace too many', `${device} «}», { ${properties} }`, 'bracket-unexpected'],
    ['a missing closing brace', `{ ${properties}, «{» "productKey": "3305412345678" }`, 'closing-brace-expected'],
    ['a missing bracket', `{ ${properties}, "policies": [«}», ${device}`, 'closing-bracket-expected'],
  ];
  for (const [slip, marked, fault] of deviceSlips) {
    test(`is ${slip}`, () => assertFaults(`{ "batchId": "b", "devices": [${marked}] }`, [fault]));
  }

  test('is each comment and each trailing comma in a .json document, and all of it stays readable', () => {
    const marked = '{ «// batch»\n "batchId": "b", «/* d */» "devices": [«{ "productKey": "1"«,» }»«,»]«,» }';
    const { text } = readMarks(marked);
    const codes = validate(text, { language: 'json', sha256 }).map(({ code }) => code);
    assert.deepEqual(codes, ['syntax', 'syntax', 'product-key-form', 'syntax', 'syntax', 'syntax']);
    const inJsonc = validate(text, { language: 'jsonc', sha256 }).map(({ code }) => code);
    assert.deepEqual(inJsonc, ['product-key-form']);
  });

  test('is no byte-order mark, and no text without any value', () => {
    assert.deepEqual(
      ['\uFEFF{}', '', ' \n\t', '\uFEFF'].map(text =>
        validate(text, { language: 'json', sha256 }).map(({ code }) => code),
      ),
      [['batch-id-blank', 'devices-empty'], ['schema'], ['schema'], ['schema']],
    );
  });
});
