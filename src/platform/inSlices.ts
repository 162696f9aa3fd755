/** How long work keeps the extension host before it takes a break: with its last step less than half a frame. */
const sliceMs = 4;

/** Runs steps to their end, with a break every few milliseconds; returns `undefined` once `overtaken` says so after a break. */
export async function inSlices<T>(steps: Generator<void, T>, overtaken: () => boolean): Promise<T | undefined> {
  for (let sliceEnd = performance.now() + sliceMs; ;) {
    const step = steps.next();
    if (step.done === true) {
      return overtaken() ? undefined : step.value;
    }
    if (performance.now() >= sliceEnd) {
      await new Promise<void>(resolve => setImmediate(resolve));
      if (overtaken()) {
        return undefined;
      }
      sliceEnd = performance.now() + sliceMs;
    }
  }
}
