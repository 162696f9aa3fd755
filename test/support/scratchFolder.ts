import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

/** The path of a folder that does not exist yet, in one that is removed after the test. */
export function scratchFolder(context: TestContext): string {
  const parent = mkdtempSync(path.join(tmpdir(), 'device-batch-'));
  context.after(() => rmSync(parent, { recursive: true, force: true }));
  return path.join(parent, 'records');
}
