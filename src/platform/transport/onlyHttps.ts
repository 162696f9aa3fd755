import { TransportError } from '../../api/http.ts';
import { isLoopback } from './proxyFor.ts';

/** @throws {TransportError} unless the address is `https:` or on this machine. */
export function assertOnlyHttps(url: URL): void {
  if (url.protocol !== 'https:' && !isLoopback(url)) {
    throw new TransportError('other', 'nothing', { cause: new Error('Only https: leaves this machine.') });
  }
}
