/** Runs a generator that pauses now and then to its end, without a pause; returns what it returns. */
export function drain<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (step.done !== true) {
    step = steps.next();
  }
  return step.value;
}
