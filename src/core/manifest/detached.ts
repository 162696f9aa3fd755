/** A text that is shorter may as well be held on to: copies take longer than the check of a short one. */
const longText = 256 * 1024;

/** The facts without any part of the text that they were read from: a part of a long text holds on to all of it. */
export function detached<T>(facts: T, text: string): T {
  return text.length < longText ? facts : structuredClone(facts);
}
