import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A certificate in PEM, signed by itself: who trusts it puts it among the authorities. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Makes a certificate for the names, valid from now for a day. */
export function createCertificate(...names: readonly string[]): Certificate {
  const folder = mkdtempSync(path.join(tmpdir(), 'device-batch-certificate-'));
  try {
    const keyFile = path.join(folder, 'key.pem');
    const certFile = path.join(folder, 'cert.pem');
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyFile];
    const subject = ['-subj', '/CN=device-batch-test', '-addext', `subjectAltName=${names.map(altNameOf).join(',')}`];
    execFileSync('openssl', ['req', '-x509', '-days', '1', ...key, ...subject, '-out', certFile], { stdio: 'pipe' });
    return { cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function altNameOf(name: string): string {
  return /^[\d.]+$/.test(name) ? `IP:${name}` : `DNS:${name}`;
}
