import type { IncomingMessage } from 'node:http';

/** Reads a request's body as UTF-8; `undefined` if it has more than `limit` bytes, the rest of which is not kept. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size <= limit) {
      chunks.push(chunk);
    }
  }
  return size <= limit ? Buffer.concat(chunks).toString('utf8') : undefined;
}
