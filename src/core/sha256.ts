/** Returns the 32 bytes of the SHA-256 digest of `bytes`. The host supplies it: core has no crypto of its own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;
