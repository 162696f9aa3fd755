import { readGuid } from '../../core/guid.ts';
import type { SavedTarget } from '../../webview/protocol.ts';
import { member } from './pageMessage.ts';

/** What a page showed before a reload, as it kept it; `undefined` if that cannot be read. */
export function readSavedTarget(state: unknown): SavedTarget | undefined {
  const target = member(state, 'target');
  switch (member(target, 'is')) {
    case 'upload': {
      const id = guidOf(target, 'id');
      return id === undefined ? undefined : { is: 'upload', id };
    }
    case 'job': {
      const [customerId, trackingId] = [guidOf(target, 'customerId'), guidOf(target, 'trackingId')];
      return customerId === undefined || trackingId === undefined ? undefined : { is: 'job', customerId, trackingId };
    }
    default:
      return undefined;
  }
}

function guidOf(value: unknown, name: string): string | undefined {
  const id = member(value, name);
  return typeof id === 'string' ? readGuid(id) : undefined;
}
