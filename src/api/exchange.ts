import { type ExchangeIds, type ReceivedIds } from './apiError.ts';
import { type HttpHeaders, type HttpRequest, type HttpResponse, type Transport, TransportError } from './http.ts';

/** What one request came to. */
export type Exchange = { readonly ids: ExchangeIds } & (
  | { readonly is: 'answered'; readonly response: HttpResponse }
  | { readonly is: 'unanswered'; readonly error: TransportError }
);

/** For the log: what went out and what came back. Headers are without `Authorization`; bodies are as they are. */
export type ExchangeEvent = { readonly correlationId: string } & (
  | {
      readonly is: 'request';
      readonly method: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array | undefined;
    }
  | { readonly is: 'answer'; readonly response: HttpResponse }
  | { readonly is: 'no-answer'; readonly error: TransportError }
  /** The request will be repeated. */
  | { readonly is: 'waiting'; readonly ms: number; readonly because: string }
);

export interface ExchangePorts {
  readonly transport: Transport;
  readonly observe: (event: ExchangeEvent) => void;
}

/** Sends one request once and tells what it came to. `headers` are those of the request but for `Authorization`. */
export async function exchange(
  request: HttpRequest,
  authorization: string,
  ids: ExchangeIds,
  { transport, observe }: ExchangePorts,
): Promise<Exchange> {
  const { correlationId } = ids;
  const { method, url, headers, body } = request;
  observe({ is: 'request', correlationId, method, url: url.href, headers, body });
  const result = await answerOf(transport({ ...request, headers: { ...headers, Authorization: authorization } }));
  if (result instanceof TransportError) {
    observe({ is: 'no-answer', correlationId, error: result });
    return { is: 'unanswered', error: result, ids };
  }
  observe({ is: 'answer', correlationId, response: result });
  return { is: 'answered', response: result, ids: { ...ids, received: receivedIds(result.headers) } };
}

async function answerOf(answer: Promise<HttpResponse>): Promise<HttpResponse | TransportError> {
  try {
    return await answer;
  } catch (error) {
    // Of an error that the port does not promise nothing is known but that there is no answer.
    return error instanceof TransportError ? error : new TransportError('other', 'maybe', { cause: error });
  }
}

function receivedIds(headers: HttpHeaders): ReceivedIds {
  return {
    requestId: headers.get('MS-RequestId'),
    correlationId: headers.get('MS-CorrelationId'),
    vector: headers.get('MS-CV'),
    serverId: headers.get('MS-ServerId'),
    date: headers.get('Date'),
  };
}
