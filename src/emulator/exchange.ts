import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';

import { type Answer, fault as refusal } from './answer.ts';
import { type Endpoint, endpointOf } from './endpoint.ts';
import { changedAnswer, changesAnswer, type Fault, type Interruption, takeFault } from './fault.ts';
import { refusalOf } from './guard.ts';
import type { Knobs } from './knobs.ts';
import type { PartnerCenter } from './partnerCenter.ts';
import { readBody } from './readBody.ts';

/** Twice what the extension puts into one part. */
const maxBodyBytes = 6 * 1024 * 1024;

/** A request that passed the guard, without its secret. */
export interface ReceivedRequest {
  readonly endpoint: Endpoint;
  readonly method: string;
  /** The path and query as they stood in the request line. */
  readonly target: string;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface ExchangePorts {
  readonly service: PartnerCenter;
  readonly knobs: Knobs;
  /** Where the emulator listens, such as `http://127.0.0.1:43210`. */
  readonly origin: string;
  readonly secret: string;
  readonly newId: () => string;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly onReceived: ((request: ReceivedRequest) => void) | undefined;
  readonly onHandled: ((request: ReceivedRequest, answer: Answer) => void) | undefined;
}

/** Takes one request from its head to its answer, or to whatever the next fault makes of it. */
export async function serve(incoming: IncomingMessage, response: ServerResponse, ports: ExchangePorts): Promise<void> {
  const refused = refusalOf(incoming.headers, { host: new URL(ports.origin).host, secret: ports.secret });
  if (refused !== undefined) {
    incoming.resume();
    send(response, refused);
    return;
  }
  const method = incoming.method ?? '';
  const target = incoming.url ?? '';
  const endpoint = endpointOf(method, target);
  const fault = takeFault(ports.knobs.faults, endpoint);
  if (fault?.fault === 'reset' && (fault.when === 'head' || fault.when === 'body')) {
    await (fault.when === 'body' ? once(incoming, 'data') : undefined);
    incoming.socket.resetAndDestroy();
    return;
  }

  const body = await readBody(incoming, maxBodyBytes);
  const request: ReceivedRequest = { endpoint, method, target, headers: publicHeaders(incoming), body: body ?? '' };
  ports.onReceived?.(request);
  if (fault !== undefined && 'when' in fault && fault.when === 'received') {
    return breakOff(response, fault);
  }

  const { answerAfterMs } = ports.knobs;
  const due = answerAfterMs > 0 ? ports.sleep(answerAfterMs) : undefined;
  const answer = answerTo(request, body, fault, ports);
  ports.onHandled?.(request, answer);
  await due;
  if (fault === undefined || changesAnswer(fault)) {
    send(response, answer);
  } else {
    breakOff(response, fault, answer);
  }
}

const nothing: Answer = { status: 200, headers: {}, body: '' };

function answerTo(
  request: ReceivedRequest,
  body: string | undefined,
  fault: Fault | undefined,
  ports: ExchangePorts,
): Answer {
  const handled = fault?.fault === 'answer' ? nothing : handle(request, body, ports.service);
  const answer = { ...handled, headers: { ...idsFor(request, ports.newId), ...handled.headers } };
  return fault !== undefined && changesAnswer(fault) ? changedAnswer(answer, fault, ports.origin) : answer;
}

function handle(request: ReceivedRequest, body: string | undefined, service: PartnerCenter): Answer {
  const { endpoint, method, headers } = request;
  if (body === undefined) {
    return refusal(413, '413', 'The request is too large.');
  }
  if (method === 'POST' && !/^application\/json\b/i.test(headers['content-type'] ?? '')) {
    return refusal(415, '415', 'The body must be application/json.');
  }
  return service.answer(endpoint, {
    requestId: headers['ms-requestid'],
    continuation: headers['ms-continuationtoken'],
    body,
  });
}

/** In the documentation's examples a create is answered with other ids than were sent; everything else repeats them. */
function idsFor({ endpoint, headers }: ReceivedRequest, newId: () => string): Record<string, string> {
  const idOf = (name: string): string => (endpoint.is === 'create' ? undefined : headers[name]) ?? newId();
  return {
    'MS-RequestId': idOf('ms-requestid'),
    'MS-CorrelationId': idOf('ms-correlationid'),
    'MS-CV': `${randomBytes(12).toString('base64')}.0`,
    'MS-ServerId': '030020525',
  };
}

function publicHeaders({ headers }: IncomingMessage): ReceivedRequest['headers'] {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (name === 'authorization' ? [] : [[name, value?.toString()]])),
  );
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

/** Ends the exchange without a whole answer; the connection of a silent one stays open until the client gives up. */
function breakOff(response: ServerResponse, fault: Interruption, answer: Answer = nothing): void {
  switch (fault.fault) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'cut': {
      const text = wireText(answer);
      response.socket?.end(text.slice(0, text.length / 2));
      return;
    }
    case 'silence':
  }
}

function wireText({ status, headers, body }: Answer): string {
  const all = { ...headers, 'Content-Length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}
