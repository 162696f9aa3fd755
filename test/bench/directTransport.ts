import { createUndiciTransport, type OpenTransport } from '../../src/platform/transport/undiciTransport.ts';

/** The product's transport, through no proxy. */
export function directTransport(): OpenTransport {
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
    timeouts: { connectMs: 5000, answerMs: 60_000 },
  });
}
