import type { TransportFault } from '../../api/http.ts';
import { errorCode } from '../errorCode.ts';

const faults: Readonly<Record<string, TransportFault>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  ETIMEDOUT: 'connect-timeout',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  UND_ERR_HEADERS_OVERFLOW: 'not-http',
  UND_ERR_CLOSED: 'aborted',
  UND_ERR_DESTROYED: 'aborted',
};

/** Node's names of the reasons to refuse a certificate, most of them OpenSSL's `X509_V_ERR_…`; not the alerts of the other side. */
const certificateRefusal =
  /^(?!ERR_SSL_).*(?:CERT|CRL|SIGNATURE|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH)/;
const tlsFailure = /^(?:EPROTO$|ERR_SSL_|ERR_TLS_)/;

/** Tells the fault by the error's `code`, as Node and undici set it; `undefined` where that tells nothing. */
export function faultOf(error: unknown): TransportFault | undefined {
  const code = errorCode(error) ?? '';
  if (isCertificateRefusal(error) || tlsFailure.test(code)) {
    return 'tls';
  }
  return isParserError(error) ? 'not-http' : faults[code];
}

/** Whether this side did not trust the other's certificate, and so sent nothing. */
export function isCertificateRefusal(error: unknown): boolean {
  return certificateRefusal.test(errorCode(error) ?? '');
}

/** undici has the parser's `code` for some of them only. */
function isParserError(error: unknown): boolean {
  return error instanceof Error && error.name === 'HTTPParserError';
}
