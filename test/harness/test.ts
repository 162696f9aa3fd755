// Everything that must hold: npm test [-- [--only <suite>,…] [<part of a test file's path>]]
import { parseArgs } from 'node:util';

import type { Counts } from './counts.ts';
import { type Suite, suites } from './suites.ts';

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });

const results: (Counts & { readonly title: string; readonly seconds: number })[] = [];
for (const suite of chosenSuites()) {
  console.log(`\n━━━ ${suite.title} ━━━`);
  const start = performance.now();
  const counts = await run(suite);
  results.push({ title: suite.title, seconds: (performance.now() - start) / 1000, ...counts });
}
console.log('\n━━━ Result ━━━');
for (const { title, passed, failed, skipped, seconds } of results) {
  const left = skipped === 0 ? '' : `, ${skipped} skipped`;
  console.log(`${title.padEnd(32)} ${passed} passed, ${failed} failed${left} (${seconds.toFixed(1)} s)`);
}
const passed = results.reduce((sum, counts) => sum + counts.passed, 0);
const failed = results.reduce((sum, counts) => sum + counts.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function chosenSuites(): readonly Suite[] {
  const names = values.only?.split(',') ?? suites.map(({ name }) => name);
  return names.map(name => {
    const suite = suites.find(candidate => candidate.name === name);
    if (suite === undefined) {
      throw new Error(`No suite "${name}". There are: ${suites.map(candidate => candidate.name).join(', ')}`);
    }
    return suite;
  });
}

// A suite that did not run, or ran no test, counts as one failed test.
async function run(suite: Suite): Promise<Counts> {
  const notRun: Counts = { passed: 0, failed: 1, skipped: 0 };
  try {
    const counts = await suite.run(positionals[0] ?? '');
    if (counts.passed + counts.failed > 0) {
      return counts;
    }
    console.log('✖ no test ran');
    return { ...notRun, skipped: counts.skipped };
  } catch (error) {
    console.log(`✖ ${error instanceof Error ? error.message : String(error)}`);
    return notRun;
  }
}
