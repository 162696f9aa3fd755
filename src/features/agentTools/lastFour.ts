/** The end of a serial number, to tell devices apart by: four characters, and never the whole. */
export function lastFour(serial: string): string {
  return serial.length <= 4 ? '…' : `…${serial.slice(-4)}`;
}
