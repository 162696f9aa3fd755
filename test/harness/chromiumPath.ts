import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser to use: what `CHROMIUM` names, else where Linux distributions put it; `undefined` where there is none. */
export function chromiumPath(): string | undefined {
  return process.env['CHROMIUM'] ?? places.find(place => existsSync(place));
}
