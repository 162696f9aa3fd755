import { mock } from 'node:test';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

import type { UnitMessage } from './message.ts';
import { OpenResources } from './openResources.ts';

type Ended = Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>;

let resources = new OpenResources();
let failures = 0;
let thrown: string[] = [];
const titles: string[] = [];

/** To be called before a file is loaded. */
export function beginFile(): void {
  resources = new OpenResources();
  failures = 0;
  thrown = [];
  // A failed test leaves one behind, and so does what throws when its test is over.
  process.exitCode = undefined;
}

// node:test listens too: it fails the test that is to blame, or sets the exit code where none runs any more.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => void thrown.push(inspect(error)));
}

/** The reporter of node:test in a unit process: tells the parent. */
export default async function* tellParent(events: AsyncIterable<TestEvent>): AsyncGenerator<never> {
  for await (const event of events) {
    if (event.type === 'test:dequeue') {
      tell({ is: 'begun', title: event.data.name });
    } else if (event.type === 'test:start') {
      titles.splice(event.data.nesting, Infinity, event.data.name);
    } else if (event.type === 'test:pass' || event.type === 'test:fail') {
      tellEnd(event);
    }
  }
  yield* [];
}

function tellEnd(event: Ended): void {
  const { data } = event;
  const isSuite = data.details.type === 'suite';
  if (event.type === 'test:fail' && !(isSuite && failedInside(event.data.details.error))) {
    tellFailure([...titles.slice(0, data.nesting), data.name].join(' › '), errorText(event.data.details.error));
  } else if (!isSuite) {
    tell({ is: data.skip === undefined && data.todo === undefined ? 'passed' : 'skipped' });
  }
  if (isSuite && data.nesting === 0) {
    void endFile(data.name);
  }
}

async function endFile(name: string): Promise<void> {
  // As when the file's process ends.
  mock.reset();
  const leftOpen = await resources.left();
  if (failures === 0 && process.exitCode !== undefined) {
    tellFailure(name, ['Something was thrown outside the tests.', ...thrown].join('\n'));
  }
  tell({ is: 'through', leftOpen });
}

function tellFailure(title: string, error: string): void {
  failures += 1;
  tell({ is: 'failed', title, error });
}

function tell(message: UnitMessage): void {
  process.send?.(message);
}

function failedInside(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}

// node:test wraps what was thrown.
function errorText(error: Error): string {
  return inspect(error.cause ?? error);
}
