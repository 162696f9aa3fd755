import { readFileSync } from 'node:fs';
import path from 'node:path';

import { execute } from './execute.ts';

/** A server's key and certificate, and the authority that vouches for it: made for one test, good for a day. */
export interface Certificates {
  /** The authority's certificate as a PEM file, for clients to trust. */
  readonly authorityFile: string;
  /** PEM. */
  readonly key: Buffer;
  /** PEM. */
  readonly certificate: Buffer;
}

/**
 * Makes certificates with OpenSSL 3, which Debian's package `openssl` brings.
 *
 * @param folder where the files go
 * @param hosts the names that the server goes by, beside 127.0.0.1
 */
export async function createCertificates(folder: string, hosts: readonly string[]): Promise<Certificates> {
  const names = ['IP:127.0.0.1', ...hosts.map(host => `DNS:${host}`)].join(',');
  await createPair(folder, 'authority', '-addext keyUsage=critical,keyCertSign,cRLSign');
  await createPair(
    folder,
    'server',
    '-CA authority.crt -CAkey authority.key -addext basicConstraints=critical,CA:FALSE',
    `-addext extendedKeyUsage=serverAuth -addext subjectAltName=${names}`,
  );
  return {
    authorityFile: path.join(folder, 'authority.crt'),
    key: readFileSync(path.join(folder, 'server.key')),
    certificate: readFileSync(path.join(folder, 'server.crt')),
  };
}

async function createPair(folder: string, name: string, ...flags: readonly string[]): Promise<void> {
  const words = [
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1',
    `-subj /CN=throw-away-${name} -keyout ${name}.key -out ${name}.crt`,
    ...flags,
  ];
  await execute('openssl', words.join(' ').split(' '), { cwd: folder });
}
