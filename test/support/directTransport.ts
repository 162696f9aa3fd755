import { createUndiciTransport, type OpenTransport } from '../../src/platform/transport/undiciTransport.ts';

/** The product's transport, through no proxy, which waits so long for an answer. */
export function directTransport({ answerMs }: { readonly answerMs: number }): OpenTransport {
  return createUndiciTransport({
    settings: () => ({
      proxy: '',
      noProxy: [],
      support: 'off',
      authorization: undefined,
      strictProxySsl: true,
      systemCertificates: false,
    }),
    env: {},
    timeouts: { connectMs: 5000, answerMs },
  });
}
