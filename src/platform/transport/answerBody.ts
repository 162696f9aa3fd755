import type { HttpResponse } from '../../api/http.ts';
import { decodeBody } from './decodeBody.ts';

/** Gathers an answer's body up to a bound. */
export class AnswerBody {
  readonly #chunks: Uint8Array[] = [];
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Whether the chunk was taken whole; the part within the bound is taken in any case. */
  add(chunk: Uint8Array): boolean {
    const room = this.#maxBytes - this.#bytes;
    const part = chunk.subarray(0, room);
    this.#chunks.push(part);
    this.#bytes += part.length;
    return part.length === chunk.length;
  }

  /** The body, decoded, and how it ends. */
  end(end: HttpResponse['bodyEnd'], contentEncoding: string | undefined): Pick<HttpResponse, 'body' | 'bodyEnd'> {
    const decoded = decodeBody(Buffer.concat(this.#chunks), contentEncoding, this.#maxBytes);
    return decoded.is === 'too-large'
      ? { body: new Uint8Array(), bodyEnd: 'too-large' }
      : { body: decoded.body, bodyEnd: end };
  }
}
