import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test, type TestContext } from 'node:test';

import { scratchFolder } from '../../support/scratchFolder.ts';
import { runUnitTests } from './runUnitTests.ts';

interface Case {
  readonly text: string;
  readonly passed: number;
  readonly failed?: number;
  /** What is printed of the file, behind its name and numbers. */
  readonly says?: RegExp;
}

const cases: Readonly<Record<string, Case>> = {
  sound: { text: "test('a', () => {}); suite('s', () => { test('b', () => {}); test.skip('c'); });", passed: 2 },
  hooks: { text: 'beforeEach(() => { throw 0; }); test.skip("a");', passed: 0 },
  'behind hooks of another file': { text: "test('a', () => {});", passed: 1 },
  'a test that fails': {
    text: "suite('s', () => { test('x', () => {}); test('y', () => { throw new Error('Z'); }); });",
    passed: 1,
    failed: 1,
    says: /^ {2}✖ a test that fails › s › y\n {4}Error: Z\n/,
  },
  'a hook that fails behind its tests': {
    text: "suite('s', () => { after(() => { throw new Error('Z'); }); test('x', () => {}); });",
    passed: 1,
    failed: 1,
    says: /› s\n.*Z/,
  },
  'no test': { text: '', passed: 0, failed: 1, says: /No test ran\./ },
  'does not load': { text: "import './nowhere.mjs';", passed: 0, failed: 1, says: /nowhere/ },
  'throws while it loads': { text: "throw new Error('Z');", passed: 0, failed: 1, says: /Error: Z/ },
  'throws when its tests are over': {
    text: "test('x', () => { setImmediate(() => { throw new Error('Z'); }); });",
    passed: 1,
    failed: 1,
    says: /Something was thrown outside the tests\.\n.*Z/,
  },
  'leaves something open': {
    text: "test('x', () => { setInterval(() => {}, 1000); });",
    passed: 1,
    failed: 1,
    says: /left open: Timeout\./,
  },
  'ends its process': {
    text: "test('x', () => {}); test('y', async () => { await later(); process.exit(0); });",
    passed: 1,
    failed: 1,
    says: /Its process ended with 0\. The last heard of was "y"\./,
  },
  crashes: {
    text: "test('x', async () => { await later(); process.kill(process.pid, 'SIGKILL'); });",
    passed: 0,
    failed: 1,
    says: /Its process ended with SIGKILL\. The last heard of was "x"\./,
  },
  'sound, behind all that': { text: "test('a', () => {});", passed: 1 },
};

/** Runs files with these texts, and returns the counts and what was printed, without the folder. */
async function runFiles(context: TestContext, texts: ReadonlyMap<string, string>, secondsPerFile: number) {
  const folder = scratchFolder(context);
  mkdirSync(folder);
  const files = [...texts].map(([name, text]) => {
    const file = path.join(folder, `${name}.mjs`);
    writeFileSync(
      file,
      `import { after, beforeEach, suite, test } from 'node:test';\nimport { setImmediate as later } from 'node:timers/promises';\n${text}\n`,
    );
    return file;
  });
  const printed: string[] = [];
  const print = (text: string) => void printed.push(text.replaceAll(`${folder}${path.sep}`, ''));
  const counts = await runUnitTests(files, { flags: [], secondsPerFile, print });
  return { counts, printed: printed.map(text => text.replaceAll('.mjs', '')) };
}

suite('unit tests', () => {
  test('fail where they should, each under its name, and are counted', async context => {
    const texts = new Map(Object.entries(cases).map(([name, { text }]) => [name, text]));

    const { counts, printed } = await runFiles(context, texts, 60);

    const all = Object.values(cases);
    const sum = (of: (one: Case) => number) => all.reduce((before, one) => before + of(one), 0);
    assert.deepEqual(counts, { passed: sum(one => one.passed), failed: sum(one => one.failed ?? 0), skipped: 2 });
    for (const [name, { passed, failed = 0, says = /^/ }] of Object.entries(cases)) {
      const start = `${failed === 0 ? '✔' : '✖'} ${name} (${passed} passed`;
      const text = printed.find(candidate => candidate.startsWith(start));
      assert.ok(text !== undefined, `"${start}" in:\n${printed.join('\n')}`);
      assert.match(text.slice(text.indexOf('\n') + 1), says);
    }
    assert.equal(printed.filter(text => text.startsWith('✖')).length, 2 * sum(one => one.failed ?? 0));
  });

  test('do not hang', async context => {
    const { counts, printed } = await runFiles(context, new Map([['hangs', "test('x', () => { for (;;); });"]]), 0.5);

    assert.deepEqual(counts, { passed: 0, failed: 1, skipped: 0 });
    assert.match(printed.join('\n'), /✖ hangs\n {4}Its tests did not end within 0\.5 seconds\./);
  });
});
