import type * as vscode from 'vscode';

import type { JobAddress } from '../../api/statusLink.ts';
import { readGuid } from '../../core/guid.ts';

/**
 * The job that `<scheme>://zero-touch.device-batch/status?customer=<guid>&tracking=<guid>` names; `undefined` for anything
 * that differs from exactly this form. Anybody can make somebody click such a link.
 */
export function readStatusUri({ path, query, fragment }: vscode.Uri): JobAddress | undefined {
  const match = /^customer=([0-9a-f-]{36})&tracking=([0-9a-f-]{36})$/i.exec(query);
  const customerId = readGuid(match?.[1] ?? '');
  const trackingId = readGuid(match?.[2] ?? '');
  const isExact = path === '/status' && fragment === '' && customerId !== undefined && trackingId !== undefined;
  return isExact ? { customerId, trackingId } : undefined;
}
