import { inSlices } from '../../platform/inSlices.ts';

/** Takes the steps with breaks that leave the extension host free. @throws the signal's reason when it is aborted. */
export async function takeSteps<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T> {
  const result = await inSlices(boxed(steps), () => signal.aborted);
  if (result === undefined) {
    throw signal.reason;
  }
  return result.value;
}

/** So that no result can be taken for the lack of one. */
function* boxed<T>(steps: Generator<void, T>): Generator<void, { readonly value: T }> {
  return { value: yield* steps };
}
