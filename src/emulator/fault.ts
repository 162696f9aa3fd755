import type { Answer } from './answer.ts';
import type { Endpoint } from './endpoint.ts';

/** One misbehaviour, as data. */
export type Fault = FaultScope & (Interruption | OtherAnswer);

interface FaultScope {
  /** The only endpoint it happens at; any if absent. */
  readonly at?: Endpoint['is'];
  /** How many requests it happens to; one if absent. */
  readonly times?: number;
}

/** The exchange ends without a whole answer. */
export type Interruption =
  /**
   * The connection is reset: with the request's `head`, within its `body`, or once all is `received`, each with nothing
   * done; or once it is `handled`, so that the job is accepted and the answer lost.
   */
  | { readonly fault: 'reset'; readonly when: 'head' | 'body' | 'received' | 'handled' }
  /** No answer ever comes, to a request that was only `received` or that was `handled`. */
  | { readonly fault: 'silence'; readonly when: 'received' | 'handled' }
  /** The request is handled and its answer breaks off in the middle. */
  | { readonly fault: 'cut' };

type OtherAnswer =
  /** Nothing is done and this is answered. */
  | ({ readonly fault: 'answer'; readonly status: number } & AnswerChange)
  /** The request is handled, and these parts of the answer are others. */
  | ({ readonly fault: 'rewrite'; readonly status?: number } & AnswerChange);

/** `{customer}`, `{tracking}` and `{origin}` in a text stand for the accepted job's ids and the emulator's origin. */
interface AnswerChange {
  /** Added to the answer's headers, or taken from them where `null`. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string;
}

/** Takes the first fault that fits the endpoint; a fault that has happened `times` times is gone from `faults`. */
export function takeFault(faults: Fault[], endpoint: Endpoint): Fault | undefined {
  const index = faults.findIndex(({ at }) => at === undefined || at === endpoint.is);
  const fault = faults[index];
  if (fault !== undefined) {
    const times = (fault.times ?? 1) - 1;
    faults.splice(index, 1, ...(times > 0 ? [{ ...fault, times }] : []));
  }
  return fault;
}

export function changesAnswer(fault: Fault): fault is FaultScope & OtherAnswer {
  return fault.fault === 'answer' || fault.fault === 'rewrite';
}

/** The answer as a fault of kind `answer` or `rewrite` leaves it. */
export function changedAnswer(
  answer: Answer,
  change: AnswerChange & { readonly status?: number },
  origin: string,
): Answer {
  const [, customer = '', tracking = ''] =
    /\/customers\/([^/]+)\/batchJobStatus\/(.+)$/.exec(answer.headers['Location'] ?? '') ?? [];
  const fill = (text: string): string =>
    text.replaceAll('{customer}', customer).replaceAll('{tracking}', tracking).replaceAll('{origin}', origin);

  const headers = Object.entries({ ...answer.headers, ...change.headers }).flatMap(([name, value]) =>
    value === null ? [] : [[name, fill(value)] as const],
  );
  return {
    status: change.status ?? answer.status,
    headers: Object.fromEntries(headers),
    body: change.body === undefined ? answer.body : fill(change.body),
  };
}
