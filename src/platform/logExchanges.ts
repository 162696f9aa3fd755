import type { ExchangeEvent } from '../api/exchange.ts';
import type { Log } from './log.ts';

/** Writes requests and answers to the log: what happened and the headers at level debug, the bodies at level trace. */
export function logExchanges(log: Log): (event: ExchangeEvent) => void {
  return event => {
    switch (event.is) {
      case 'request':
        log.debug(`${event.method} ${event.url}`, ...headerLines(Object.entries(event.headers)));
        traceBody(log, `Body of ${event.correlationId}`, event.body);
        return;
      case 'answer':
        log.debug(`Answer ${event.response.status} to ${event.correlationId}`, ...headerLines(event.response.headers));
        traceBody(log, `Body of the answer to ${event.correlationId}`, event.response.body);
        return;
      case 'no-answer':
        log.debug(`No answer to ${event.correlationId}: ${event.error.message}`, ...causeOf(event.error));
        return;
      case 'waiting':
        log.info(`Trying ${event.correlationId} again in ${Math.ceil(event.ms / 1000)} s: ${event.because}`);
        return;
    }
  };
}

function headerLines(headers: Iterable<readonly [name: string, value: string]>): readonly string[] {
  return [...headers].map(([name, value]) => `${name}: ${value}`);
}

/** Bodies have megabytes: they become text only where somebody wants to read them. */
function traceBody(log: Log, what: string, body: Uint8Array | undefined): void {
  if (body !== undefined && log.isOn('trace')) {
    log.trace(what, new TextDecoder().decode(body));
  }
}

function causeOf({ cause }: Error): readonly unknown[] {
  return cause === undefined ? [] : [cause];
}
