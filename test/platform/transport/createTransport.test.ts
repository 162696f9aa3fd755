import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import {
  HttpHeaders,
  type HttpResponse,
  type Transport,
  TransportError,
  type TransportFault,
} from '../../../src/api/http.ts';
import { fallingBack } from '../../../src/platform/transport/createTransport.ts';

type Outcome = number | readonly [fault: TransportFault, sent: TransportError['sent']];

const unsent: Outcome = ['proxy', 'nothing'];
const offline: Outcome = ['dns', 'nothing'];

/** A transport that does one thing after the other, the last one again and again. */
function scripted(name: string, outcomes: readonly Outcome[], sent: string[]): Transport {
  const script = [...outcomes];
  return async () => {
    sent.push(name);
    const outcome = script.length > 1 ? script.shift() : script[0];
    if (typeof outcome === 'object') {
      throw new TransportError(...outcome);
    }
    return { status: outcome ?? 0, headers: new HttpHeaders(), body: new Uint8Array(), bodyEnd: 'whole' };
  };
}

/** Sends one request after the other; returns who sent, what came of it, and the faults told to `onFallback`. */
async function run(
  { undici, vscode }: { readonly undici: readonly Outcome[]; readonly vscode: readonly Outcome[] },
  ...urls: readonly string[]
): Promise<{ sent: string[]; outcomes: unknown[]; told: string[] }> {
  const sent: string[] = [];
  const told: string[] = [];
  const send = fallingBack(scripted('undici', undici, sent), scripted('vscode', vscode, sent), reason =>
    told.push(reason.fault),
  );
  const outcomes: unknown[] = [];
  for (const url of urls) {
    const answer = send({ method: 'GET', url: new URL(url), headers: {}, signal: new AbortController().signal });
    outcomes.push(await answer.then(({ status }: HttpResponse) => status, faultOf));
  }
  return { sent, outcomes, told };
}

function faultOf(error: unknown): unknown {
  return error instanceof TransportError ? error.fault : error;
}

const service = 'https://service.test/';
const loopback = 'http://127.0.0.1:4711/';

suite('http.client auto', () => {
  test('stays with undici while it gets answers, whatever they are', async () => {
    assert.deepEqual(await run({ undici: [200, 500, 407], vscode: [200] }, service, service, service), {
      sent: ['undici', 'undici', 'undici'],
      outcomes: [200, 500, 407],
      told: [],
    });
  });

  test("changes to VS Code's fetch, for good, once that gets an answer where undici sent nothing", async () => {
    assert.deepEqual(await run({ undici: [200, unsent, 200], vscode: [201, 202] }, service, service, service), {
      sent: ['undici', 'undici', 'vscode', 'vscode'],
      outcomes: [200, 201, 202],
      told: ['proxy'],
    });
  });

  test('never sends again what may have been sent', async () => {
    for (const fault of ['reset', 'answer-timeout', 'not-http', 'other'] as const) {
      assert.deepEqual(await run({ undici: [[fault, 'maybe']], vscode: [200] }, service), {
        sent: ['undici'],
        outcomes: [fault],
        told: [],
      });
    }
  });

  test('does not change while both get nowhere, and keeps the reason of undici', async () => {
    assert.deepEqual(await run({ undici: [unsent, 200], vscode: [offline] }, service, service), {
      sent: ['undici', 'vscode', 'undici'],
      outcomes: ['proxy', 200],
      told: [],
    });
  });

  test('passes on what becomes of the second attempt', async () => {
    assert.deepEqual(await run({ undici: [unsent], vscode: [['reset', 'maybe']] }, service), {
      sent: ['undici', 'vscode'],
      outcomes: ['reset'],
      told: [],
    });
  });

  test('does not try what was called off', async () => {
    assert.deepEqual(await run({ undici: [['aborted', 'nothing']], vscode: [200] }, service), {
      sent: ['undici'],
      outcomes: ['aborted'],
      told: [],
    });
  });

  test('talks to this machine with undici only', async () => {
    assert.deepEqual(await run({ undici: [unsent, unsent, 200], vscode: [200] }, loopback, service, loopback), {
      sent: ['undici', 'undici', 'vscode', 'undici'],
      outcomes: ['proxy', 200, 200],
      told: ['proxy'],
    });
  });
});
