import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { checkInSteps, validate } from '../../../src/core/manifest/validate.ts';
import { problemCodes, ruleCatalog } from '../../../src/core/rules/ruleCatalog.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';
import { sha256 } from '../../support/sha256.ts';

const options = { language: 'json', sha256 } as const;

function codesOf(text: string, more: { readonly now?: number; readonly maxDevicesPerRequest?: number } = {}) {
  return validate(text, { ...options, ...more }).map(({ code }) => code);
}

suite('validate', () => {
  test('lists problems in reading order, whatever rule found them', () => {
    const text =
      '{ "batchId": "a/b", "devices": [{ "serialNumber": "A" }, { "colour": 1, "productKey": 5 }], "x": 1, "X": 2 }';
    assert.deepEqual(codesOf(text), [
      'batch-id-form',
      'identity-missing',
      'property-unknown',
      'schema',
      'property-unknown',
      'property-twice',
      'property-unknown',
    ]);
  });

  test('knows no time of its own', () => {
    const text = `{ "batchId": "b", "devices": [{ "hardwareHash": "${hardwareHash({ collectedAt: Date.UTC(2025, 0, 1) })}" }] }`;
    assert.deepEqual(codesOf(text), []);
    assert.deepEqual(codesOf(text, { now: Date.UTC(2025, 6, 1) }), []);
    assert.deepEqual(codesOf(text, { now: Date.UTC(2026, 6, 1) }), ['hash-note']);
    assert.deepEqual(codesOf(text, { now: Date.UTC(2024, 0, 1) }), ['hash-note']);
  });

  test('decodes each hash once', () => {
    const [one, other] = ['A1', 'B2'].map(serialNumber => hardwareHash({ serialNumber }));
    let digests = 0;
    const counted = (bytes: Uint8Array): Uint8Array => {
      digests += 1;
      return sha256(bytes);
    };
    validate(`{ "batchId": "b", "devices": [{ "hardwareHash": "${one}" }, { "hardwareHash": "${other}" }] }`, {
      language: 'json',
      sha256: counted,
    });
    assert.equal(digests, 2);
  });

  test('pauses on the way through a large manifest, and finds the same', () => {
    const device = '{ "serialNumber": "A", "colour": "red" }';
    const text = `{ "batchId": "b", "devices": [${Array.from({ length: 2000 }, () => device).join()}] }`;
    const steps = checkInSteps(text, options);
    let pauses = 0;
    let step = steps.next();
    while (step.done !== true) {
      pauses += 1;
      step = steps.next();
    }
    assert.ok(pauses > 20);
    assert.equal(step.value.manifest.devices.length, 2000);
    assert.deepEqual(step.value.problems, validate(text, options));
  });

  test('gives each problem the severity of its rule, or a milder one', () => {
    const order = ['error', 'warning', 'information', 'hint'];
    const text = '{ "batchId": " ", "groupTag": "A", "devices": [{ "policies": [], "x": 1 }, 5], "devices": [{}, {}] }';
    for (const { code, severity } of validate(text, { ...options, maxDevicesPerRequest: 1 })) {
      assert.ok(order.indexOf(severity) >= order.indexOf(ruleCatalog[code].severity), code);
    }
  });
});

suite('the catalog of rules', () => {
  test('locks exactly what the service certainly refuses', () => {
    assert.deepEqual(
      problemCodes.filter(code => ruleCatalog[code].locked),
      ['syntax', 'schema', 'property-twice', 'identity-missing', 'batch-id-blank', 'devices-empty', 'customer-id-form'],
    );
  });
});
