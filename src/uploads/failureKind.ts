import type { ApiFailure } from '../api/apiError.ts';

/**
 * Whether a failure of a call that changed nothing passes by itself. Any other one meets every call of the upload alike,
 * until somebody does something.
 */
export function passesByItself(failure: ApiFailure): boolean {
  if (failure.reason === 'unreachable') {
    return failure.fault !== 'tls' && failure.fault !== 'proxy-authentication';
  }
  return failure.reason === 'throttled' || failure.reason === 'unavailable' || failure.reason === 'unreadable';
}

/** How long the service asked to be left alone, in milliseconds. */
export function retryAfterOf(failure: ApiFailure): number | undefined {
  return 'answer' in failure ? failure.answer.retryAfterMs : undefined;
}
