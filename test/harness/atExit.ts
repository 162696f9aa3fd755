import { constants } from 'node:os';

const actions = new Set<() => void>();
let listening = false;

/**
 * Runs `action` when this process ends: by itself, by an error, by Ctrl+C or by a signal other than SIGKILL.
 *
 * @returns a function that takes the action back
 */
export function atExit(action: () => void): () => void {
  listen();
  actions.add(action);
  return () => actions.delete(action);
}

function listen(): void {
  if (listening) {
    return;
  }
  listening = true;
  process.once('exit', () => [...actions].toReversed().forEach(action => action()));
  // A signal's default action would end the process without the event above.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
