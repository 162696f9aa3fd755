/** The unsigned 16-bit number at `offset`. Bytes that are not there count as zero. */
export function u16(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] ?? 0) + (bytes[offset + 1] ?? 0) * 2 ** 8;
}

/** The unsigned 32-bit number at `offset`. Bytes that are not there count as zero. */
export function u32(bytes: Uint8Array, offset: number): number {
  return u16(bytes, offset) + u16(bytes, offset + 2) * 2 ** 16;
}

/** The unsigned 64-bit number at `offset`, rounded above 2^53. Bytes that are not there count as zero. */
export function u64(bytes: Uint8Array, offset: number): number {
  return u32(bytes, offset) + u32(bytes, offset + 4) * 2 ** 32;
}
