// Loaded into an extension host before anything else, by `RecordHold`: stops it where it puts an upload's record in place.
import childProcess, { type ChildProcess, type ForkOptions } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { HoldOrder } from './recordHold.ts';

const folder = process.env['HOLD_RECORDS'] ?? '';
const orderFile = path.join(folder, 'order.json');
const { rename } = promises;

async function heldRename(from: string, to: string): Promise<void> {
  const isRecord = path.basename(path.dirname(to)) === 'uploads' && to.endsWith('.json');
  const text = isRecord ? readFileSync(from, 'utf8') : '';
  await holdIfOrdered('before', text);
  await rename(from, to);
  await holdIfOrdered('after', text);
}

async function holdIfOrdered(when: HoldOrder['when'], text: string): Promise<void> {
  const order = existsSync(orderFile) ? (JSON.parse(readFileSync(orderFile, 'utf8')) as HoldOrder) : undefined;
  const isMeant = order?.when === when && text.includes(`"batch":{"id":"${order.batch}"`);
  if (!isMeant || !new RegExp(order.pattern).test(text)) {
    return;
  }
  writeFileSync(path.join(folder, 'held'), '');
  while (existsSync(orderFile)) {
    await sleep(50);
  }
}

// The server takes NODE_OPTIONS away from what it starts, so its extension hosts get this file as an argument.
const { fork } = childProcess;

function forkWithHold(script: string, args: readonly string[], options: ForkOptions): ChildProcess {
  return fork(script, args, { ...options, execArgv: [...(options.execArgv ?? []), '--import', import.meta.url] });
}

Object.assign(promises, { rename: heldRename });
Object.assign(childProcess, { fork: forkWithHold });
syncBuiltinESMExports();
