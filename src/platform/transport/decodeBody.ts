import zlib from 'node:zlib';

/** A body as it came, or decoded. */
export type DecodedBody = { readonly is: 'body'; readonly body: Uint8Array } | { readonly is: 'too-large' };

type Decoder = (coded: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;

/** A body that was cut is decoded as far as it goes. */
const inflating = { finishFlush: zlib.constants.Z_SYNC_FLUSH };

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: (coded, limit) => zlib.gunzipSync(coded, { ...inflating, ...limit }),
  'x-gzip': (coded, limit) => zlib.gunzipSync(coded, { ...inflating, ...limit }),
  deflate: (coded, limit) => zlib.inflateSync(coded, { ...inflating, ...limit }),
  br: (coded, limit) =>
    zlib.brotliDecompressSync(coded, { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH, ...limit }),
};

/**
 * Undoes the content codings (RFC 9110, 8.4), the last one first. They can come unasked: a request without `Accept-Encoding`
 * allows any (12.5.3). From a coding that is unknown or does not match the bytes on, the body stays as it is.
 */
export function decodeBody(body: Uint8Array, contentEncoding: string | undefined, maxBytes: number): DecodedBody {
  const codings = (contentEncoding ?? '').split(',').map(coding => coding.trim().toLowerCase());
  let decoded = body;
  for (const coding of codings.toReversed()) {
    try {
      decoded = decoders[coding]?.(decoded, { maxOutputLength: maxBytes }) ?? decoded;
    } catch (error) {
      return error instanceof RangeError ? { is: 'too-large' } : { is: 'body', body: decoded };
    }
  }
  return { is: 'body', body: decoded };
}
