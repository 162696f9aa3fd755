const names = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Whether the address is on this machine, by the names that an emulator may have. */
export function isLoopback({ hostname }: URL): boolean {
  return names.has(hostname);
}
