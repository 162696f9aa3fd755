/** Where the next page of a list starts; what it continues goes with it, as a seek repeats neither size nor filter. */
export interface Continuation {
  readonly offset: number;
  readonly size: number;
  readonly filter: string;
}

/** The opaque text that stands for a continuation in answers and requests. */
export function continuationToken(continuation: Continuation): string {
  return Buffer.from(JSON.stringify(continuation)).toString('base64');
}

/** Reads a token back; `undefined` if it is none of ours. */
export function continuationOf(token: string): Continuation | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64').toString());
    return isContinuation(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isContinuation(value: unknown): value is Continuation {
  return (
    typeof value === 'object' &&
    value !== null &&
    'offset' in value &&
    Number.isSafeInteger(value.offset) &&
    'size' in value &&
    Number.isSafeInteger(value.size) &&
    'filter' in value &&
    typeof value.filter === 'string'
  );
}
