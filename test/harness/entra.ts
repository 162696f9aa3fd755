import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import path from 'node:path';
import { text } from 'node:stream/consumers';

import { createCertificate } from '../support/certificate.ts';
import { ConnectProxy } from './connectProxy.ts';
import { portOf } from './portOf.ts';
import { ScratchFolder } from './scratchFolder.ts';
import { type Grant, Grants } from './entra/grants.ts';
import { defaultKnobs, type Knobs } from './entra/knobs.ts';
import { afterSignIn, errorFields, type PageAnswer, signInPage, vscodeDevRedirect } from './entra/signInPages.ts';

const entraHosts = ['login.microsoftonline.com', 'login.partner.microsoftonline.cn', 'login.microsoftonline.us'];
const partnerCenterHosts = ['api.partnercenter.microsoft.com', 'partner.partnercenterapi.microsoftonline.cn'];
const allHosts = [...entraHosts, 'vscode.dev', ...partnerCenterHosts];

export interface EntraOptions {
  /**
   * Answers for Partner Center's hosts. The grant is that of the request's access token, `undefined` if Entra did not
   * issue it. Without it, every request is answered with 404.
   */
  readonly partnerCenter?: (request: IncomingMessage, response: ServerResponse, grant: Grant | undefined) => void;
}

/** A request to Entra or vscode.dev. */
export interface SeenRequest {
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
}

/**
 * Microsoft Entra, https://vscode.dev/redirect and the hosts of Partner Center, under their real names on this machine: one
 * TLS server behind a proxy, with certificates of its own. VS Code's own Microsoft provider signs in there.
 *
 * VS Code gets there by `settings` and `env`, the browser by `hosts`: `openWorkbench` takes all three.
 */
export class Entra implements AsyncDisposable {
  readonly knobs: Knobs = defaultKnobs();
  /** Everything that Entra and vscode.dev were asked, in order. */
  readonly requests: SeenRequest[] = [];
  readonly proxy: ConnectProxy;
  /** Where each host's requests go: the port on 127.0.0.1. */
  readonly hosts: Readonly<Record<string, number>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string>>;
  readonly #grants = new Grants(this.knobs);
  readonly #options: EntraOptions;
  readonly #resources: AsyncDisposable;

  static async start(options: EntraOptions = {}): Promise<Entra> {
    await using resources = new AsyncDisposableStack();
    const scratch = resources.use(new ScratchFolder());
    const certificate = createCertificate('127.0.0.1', ...allHosts);
    const authorityFile = path.join(scratch.path, 'authority.pem');
    writeFileSync(authorityFile, certificate.cert);
    const server = createServer(certificate);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    resources.defer(() => close(server));
    const hosts = Object.fromEntries(allHosts.map(host => [host, portOf(server)]));
    const proxy = resources.use(await ConnectProxy.start(hosts));
    const entra = new Entra(options, proxy, hosts, authorityFile, resources.move());
    server.on('request', (request, response) => {
      // A client that went away in the middle needs no answer.
      entra.#serve(request, response).catch(() => response.destroy());
    });
    return entra;
  }

  private constructor(
    options: EntraOptions,
    proxy: ConnectProxy,
    hosts: Readonly<Record<string, number>>,
    authorityFile: string,
    resources: AsyncDisposable,
  ) {
    this.#options = options;
    this.proxy = proxy;
    this.hosts = hosts;
    this.settings = { 'http.proxy': proxy.address, 'http.proxySupport': 'override' };
    // VS Code's fetch trusts the system's authorities, which this variable adds to, and not those of NODE_EXTRA_CA_CERTS.
    this.env = { SSL_CERT_FILE: authorityFile };
    this.#resources = resources;
  }

  /** Every code and token that was handed out, in order. */
  get secrets(): readonly string[] {
    return this.#grants.secrets;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#resources[Symbol.asyncDispose]();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = request.headers.host ?? '';
    if (partnerCenterHosts.includes(host)) {
      const { partnerCenter } = this.#options;
      if (partnerCenter === undefined) {
        response.writeHead(404).end();
      } else {
        partnerCenter(request, response, this.#grants.ofHeader(request.headers.authorization));
      }
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? '', `https://${host}`);
    const form = new URLSearchParams(await text(request));
    const seen: SeenRequest = { host, path: pathname, query: searchParams, form };
    this.requests.push(seen);
    this.#answer(seen, response);
  }

  #answer(request: SeenRequest, response: ServerResponse): void {
    const [, tenant = '', endpoint = ''] = /^\/([^/]*)(?:\/(.*))?$/.exec(request.path) ?? [];
    if (request.host === 'vscode.dev' && request.path === '/redirect') {
      sendPage(response, vscodeDevRedirect(request.form.size > 0 ? request.form : request.query));
    } else if (request.path === '/signed-in') {
      sendPage(response, afterSignIn(request.form, this.#grants, this.knobs));
    } else if (endpoint === 'oauth2/v2.0/authorize') {
      sendPage(response, signInPage(tenant, request.query));
    } else if (endpoint === 'oauth2/v2.0/token') {
      this.#sendToken(response, request.host, tenant, request.form);
    } else if (endpoint === 'v2.0/.well-known/openid-configuration') {
      sendJson(response, 200, configuration(request.host, tenant));
    } else {
      sendJson(response, 404, {});
    }
  }

  #sendToken(response: ServerResponse, host: string, tenant: string, form: URLSearchParams): void {
    const answer = this.#grants.redeem(host, tenant, form);
    switch (answer.is) {
      case 'issued':
        sendJson(response, 200, answer.body);
        break;
      case 'refused':
        sendJson(response, 400, { ...errorFields(answer.error), error_codes: [answer.error.number] });
        break;
    }
  }
}

// OpenID Connect Discovery 1.0, section 3, as far as MSAL reads it.
function configuration(host: string, tenant: string): Record<string, unknown> {
  const base = `https://${host}/${tenant}`;
  return {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  };
}

function sendPage(response: ServerResponse, answer: PageAnswer): void {
  switch (answer.is) {
    case 'page':
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(answer.html);
      break;
    case 'redirect':
      response.writeHead(302, { Location: answer.to }).end();
      break;
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function close(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
