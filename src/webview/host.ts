import type { HostMessage, PageMessage, SavedState } from './protocol.ts';

/** VS Code's bridge to the extension, of which a page may ask for one only (VS Code API, "Webview API"). */
interface VsCodeApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: SavedState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, as the page sees it. */
export const host = acquireVsCodeApi();

export function onHostMessage(handle: (message: HostMessage) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => handle(data));
}
