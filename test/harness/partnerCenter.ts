import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request as httpRequest, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

import { type Emulator, startEmulator } from '../../src/emulator/startEmulator.ts';
import type { Grant } from './entra/grants.ts';

/** A request to Partner Center. */
export interface PartnerCenterRequest {
  readonly method: string;
  /** The path and query as they stood in the request line. */
  readonly target: string;
  /** By names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** That of its access token; `undefined` if Entra did not issue it. */
  readonly grant: Grant | undefined;
}

/**
 * Partner Center for `Entra` to stand in front of: the emulator, which serves those whose token Entra issued, and refuses
 * all others.
 */
export class PartnerCenter implements AsyncDisposable {
  readonly emulator: Emulator;
  /** Everything that was asked, in order. */
  readonly requests: PartnerCenterRequest[] = [];
  /** Awaited before a request is handled, for a test that has something to do meanwhile. */
  onReceived: (request: PartnerCenterRequest) => Promise<void> = async () => {};

  static async start(): Promise<PartnerCenter> {
    // Jobs that are over by the second look.
    return new PartnerCenter(await startEmulator({ knobs: { queuedMs: 500, processingMs: 500 } }));
  }

  private constructor(emulator: Emulator) {
    this.emulator = emulator;
  }

  /** The requests that change something. */
  get submissions(): readonly PartnerCenterRequest[] {
    return this.requests.filter(({ method }) => method === 'POST');
  }

  /** What `Entra` calls. */
  readonly answer = (request: IncomingMessage, response: ServerResponse, grant: Grant | undefined): void => {
    // A client that went away in the middle needs no answer.
    this.#serve(request, response, grant).catch(() => response.destroy());
  };

  async [Symbol.asyncDispose](): Promise<void> {
    await this.emulator.stop();
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse, grant: Grant | undefined): Promise<void> {
    const { method = '', url: target = '', headers } = incoming;
    const body = await buffer(incoming);
    const received = { method, target, headers, body: body.toString(), grant };
    this.requests.push(received);
    await this.onReceived(received);
    const { address, secret } = this.emulator;
    const forwarded = httpRequest(new URL(target, address), {
      method,
      headers: { ...headers, host: address.host, authorization: `Bearer ${grant === undefined ? 'none' : secret}` },
    });
    forwarded.end(body);
    const [answer] = (await once(forwarded, 'response')) as [IncomingMessage];
    response.writeHead(answer.statusCode ?? 0, answer.headers);
    answer.pipe(response);
  }
}
