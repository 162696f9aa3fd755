import tls from 'node:tls';

/** Whom a connection trusts. */
export interface Trust {
  /** Certificates in PEM. */
  readonly authorities: readonly string[];
  /** The same, read once: reading them takes longer than a handshake. */
  readonly context: tls.SecureContext;
}

/** Trusts Node's own authorities (with those of `NODE_EXTRA_CA_CERTS`) and, if wanted, those of the operating system. */
export function readTrust({ systemCertificates }: { readonly systemCertificates: boolean }): Trust {
  const system = systemCertificates ? tls.getCACertificates('system') : [];
  return trusting([...new Set([...tls.getCACertificates('default'), ...system])]);
}

/** Trusts these authorities and no others. */
export function trusting(authorities: readonly string[]): Trust {
  return { authorities, context: tls.createSecureContext({ ca: [...authorities] }) };
}
