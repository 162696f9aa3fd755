import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';

import { drain } from '../../src/core/manifest/drain.ts';
import { readManifestInSteps } from '../../src/core/manifest/readManifest.ts';
import { batchOf } from '../../src/core/upload/batchOf.ts';
import { createBody } from '../../src/core/upload/requestBody.ts';
import { manifestText } from './corpus.ts';
import { directTransport } from '../support/directTransport.ts';
import type { Section } from './figures.ts';
import { type Patience, measure, ratio } from './measure.ts';

const devicesPerRequest = 500;

/** Making the bodies of 1,000 devices, and sending one of them: even a short run does it with code that is warm and connections that are open. */
export async function bodies(asked: Patience): Promise<readonly Section[]> {
  const patience = { warmUp: 5, ms: asked.ms, leastRounds: Math.max(asked.leastRounds, 15) };
  const text = manifestText({ devices: 1000, hashes: true, faults: false });
  const { devices } = batchOf(drain(readManifestInSteps(text, 'json'))) ?? assert.fail('not a batch');
  const first = devices.slice(0, devicesPerRequest);
  const rest = devices.slice(devicesPerRequest);
  const making = await measure(
    { parse: () => JSON.parse(text) as unknown, make: () => [createBody('Berlin', first), createBody('Berlin', rest)] },
    patience,
  );
  const sending = await measureSending(createBody('Berlin', first), patience);
  return [
    {
      title: 'Requests, 500 devices with hashes each',
      figures: [
        {
          what: 'bodies of 1,000 devices: time of JSON.parse',
          value: ratio(making.make, making.parse),
          unit: '×',
          aim: { atMost: 0.25 },
        },
        {
          what: 'sending one: time of a raw socket',
          value: ratio(sending.client, sending.socket),
          unit: '×',
          aim: { atMost: 1.5 },
        },
      ],
    },
  ];
}

/** One body to a server that reads and counts, through our transport and through a bare socket. */
async function measureSending(body: Uint8Array, patience: Patience) {
  const server = createServer((request, response) => {
    let bytes = 0;
    request.on('data', (chunk: Uint8Array) => (bytes += chunk.length));
    request.on('end', () => response.writeHead(bytes === body.length ? 202 : 500).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const transport = directTransport({ answerMs: 60_000 });
  const socket = connect(port, '127.0.0.1');
  const head = `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${body.length}\r\n\r\n`;
  const url = new URL(`http://127.0.0.1:${port}/`);
  const { signal } = new AbortController();
  try {
    return await measure(
      {
        socket: async () => {
          socket.write(head);
          socket.write(body);
          const [answer] = (await once(socket, 'data')) as [Buffer];
          assert.match(answer.toString(), /^HTTP\/1.1 202/);
        },
        client: async () => {
          const { status } = await transport.send({ method: 'POST', url, headers: {}, body, signal });
          assert.equal(status, 202);
        },
      },
      patience,
    );
  } finally {
    socket.destroy();
    transport.dispose();
    server.close();
  }
}
