import type { DeviceStatus } from './protocol.ts';

/** The strokes of each state's icon in a square of 16: their shapes differ, not only their colours. */
const strokes = {
  registered: ['M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13Z', 'M5 8.25l2.1 2.1L11 6.25'],
  'already-registered': ['M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13Z', 'M5 6.5h6M5 9.5h6'],
  failed: ['M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13Z', 'M5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5'],
  waiting: ['M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13Z', 'M8 4.5V8l2.5 1.5'],
  unanswered: ['M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13Z', 'M5 8h.01M8 8h.01M11 8h.01'],
  unknown: ['M8 2L14.5 13.5H1.5Z', 'M8 6.5v3M8 11.5h.01'],
  'not-sent': ['M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13Z', 'M5 8h6'],
} as const satisfies Readonly<Record<DeviceStatus, readonly string[]>>;

const svg = 'http://www.w3.org/2000/svg';

/** The icon of a state, in that state's colour; screen readers pass it over, because its word stands beside it. */
export function statusIcon(status: DeviceStatus): SVGElement {
  const icon = document.createElementNS(svg, 'svg');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  icon.classList.add('icon', status);
  for (const stroke of strokes[status]) {
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', stroke);
    icon.append(path);
  }
  return icon;
}
