export interface Timeouts {
  /** To open a connection, a proxy's tunnel and TLS included. */
  readonly connectMs: number;
  /** From the request's first byte to the answer's last. */
  readonly answerMs: number;
}

/** The .NET SDK of Partner Center waits three minutes for an answer. */
export const defaultTimeouts: Timeouts = { connectMs: 20_000, answerMs: 180_000 };
