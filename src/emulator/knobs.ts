import type { Fault } from './fault.ts';

/** How the emulated service behaves; tests turn these while it runs, and each request finds them as they are then. */
export interface Knobs {
  /** How long a new job stays queued. */
  queuedMs: number;
  /** How long a job is processed before it is finished; its devices get their answers one after the other. */
  processingMs: number;
  /** How long after its acceptance a new batch can be listed and appended to. */
  batchVisibleAfterMs: number;
  /** How long every answer takes, from when the request is there whole. */
  answerAfterMs: number;
  /** Whether a POST that repeats the `MS-RequestId` of an accepted one is that one again, as the documentation promises. */
  honoursRequestIds: boolean;
  /** Misbehaviour to come. The first fault that fits a request happens to it. */
  readonly faults: Fault[];
}

/** A well-behaved service, quick enough to watch. */
export function defaultKnobs(): Knobs {
  return {
    queuedMs: 3000,
    processingMs: 6000,
    batchVisibleAfterMs: 0,
    answerAfterMs: 0,
    honoursRequestIds: true,
    faults: [],
  };
}
