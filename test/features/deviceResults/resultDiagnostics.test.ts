import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type * as vscode from 'vscode';

import { readManifest } from '../../../src/core/manifest/readManifest.ts';
import type { DeviceOutcome } from '../../../src/core/upload/outcome.ts';
import { resultDiagnostics } from '../../../src/features/deviceResults/resultDiagnostics.ts';
import type { CheckedManifest } from '../../../src/platform/openManifests.ts';
import { deviceAnswersOf } from '../../../src/uploads/deviceAnswers.ts';
import type { DeviceResult } from '../../../src/uploads/deviceResults.ts';
import { readMarks, showMarks } from '../../support/markedText.ts';
import { already, anUpload, endedPart, failed } from '../status/anUpload.ts';

/** A manifest with this text, whose places are offsets. */
function checkedManifest(text: string): CheckedManifest {
  const document = { positionAt: (offset: number) => offset };
  return { document, manifest: readManifest(text, 'json') } as unknown as CheckedManifest;
}

/** The diagnostics of a manifest's devices that came to these outcomes. */
function diagnosticsOf(text: string, outcomes: readonly DeviceOutcome[], changes = {}): readonly vscode.Diagnostic[] {
  const { record } = anUpload([endedPart(outcomes)], changes);
  const results = [...deviceAnswersOf(record)].flatMap(({ verdict, ...answer }): readonly DeviceResult[] =>
    verdict.is === 'registered' ? [] : [{ ...answer, verdict, position: answer.place }],
  );
  return resultDiagnostics(results, checkedManifest(text));
}

/** A manifest of so many devices. */
function manifestOf(devices: number): string {
  return JSON.stringify({ devices: Array.from({ length: devices }, (_, place) => ({ serialNumber: `S${place}` })) });
}

/** What is said, how seriously, each once. */
function kinds(diagnostics: readonly vscode.Diagnostic[]): readonly string[] {
  const seen = diagnostics.map(({ message, severity }) => `${severity} ${message.split('. ')[0]}`);
  return [...Map.groupBy(seen, kind => kind)].map(([kind, { length }]) => `${length} × ${kind}`);
}

suite('results as diagnostics', () => {
  test('mark the value by which a device is known', () => {
    const marked = `{ "devices": [
      { "hardwareHash": "T0E=", "serialNumber": «"S1"» },
      { "productKey": "K2", "hardwareHash": «"T0E="» },
      { "productKey": «"K3"» },
      «{» "serialNumber": "" }
    ] }`;
    const { text } = readMarks(marked);
    const outcomes = Array.from({ length: 4 }, () => failed('808'));
    const spans = diagnosticsOf(text, outcomes).map(({ range }) => ({
      start: Number(range.start),
      end: Number(range.end),
    }));
    assert.equal(showMarks(text, spans), marked);
  });

  test('say who says so', () => {
    const emulator = { account: { cloud: 'emulator', base: 'http://127.0.0.1:1' } };
    assert.equal(diagnosticsOf(manifestOf(1), [failed('808')])[0]?.source, 'Partner Center');
    assert.equal(diagnosticsOf(manifestOf(1), [failed('808')], emulator)[0]?.source, 'Partner Center (emulator)');
  });

  test('tell devices that were registered before one by one only if they are few', () => {
    const one = 'The device is already registered to this customer';
    const many = '21 of these devices were registered to this customer before';
    const outcomes = Array.from({ length: 21 }, () => already);
    assert.deepEqual(kinds(diagnosticsOf(manifestOf(20), outcomes.slice(1))), [`20 × 2 ${one}`]);
    assert.deepEqual(kinds(diagnosticsOf(manifestOf(21), outcomes)), [`1 × 2 ${many}`]);
  });

  test('are no more than VS Code shows, and say so', () => {
    const outcomes = Array.from({ length: 1001 }, () => failed('808'));
    const failure = 'The device is registered to another organization';
    assert.deepEqual(kinds(diagnosticsOf(manifestOf(1000), outcomes.slice(1))), [`1000 × 0 ${failure}`]);
    assert.deepEqual(kinds(diagnosticsOf(manifestOf(1001), outcomes)), [
      `998 × 0 ${failure}`,
      "1 × 2 Showing 998 of Partner Center's 1001 answers",
    ]);
  });
});
