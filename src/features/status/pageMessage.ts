import type { PageMessage } from '../../webview/protocol.ts';

/** More devices than any upload has. */
const mostNumbers = 1_000_000;

/** What the page asks for; `undefined` for anything that it never sends. A page is never trusted. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  const is = member(value, 'is');
  switch (is) {
    case 'ready':
    case 'refresh':
    case 'continue':
    case 'open-manifest':
    case 'retry-failed':
    case 'copy-support-details':
      return { is };
    case 'go-to-device': {
      const number = member(value, 'number');
      return isPosition(number) ? { is, number } : undefined;
    }
    case 'copy-link':
    case 'show-answer': {
      const part = member(value, 'part');
      return isPosition(part) ? { is, part } : undefined;
    }
    case 'copy-table':
    case 'save-csv': {
      const numbers = member(value, 'numbers');
      return Array.isArray(numbers) && numbers.length <= mostNumbers && numbers.every(isPosition)
        ? { is, numbers }
        : undefined;
    }
    default:
      return undefined;
  }
}

function isPosition(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** An own member of an object that came as data. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
