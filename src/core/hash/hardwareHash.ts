/** What a 4K hardware hash tells of its machine. Every fact is optional: records may be missing. */
export interface HashFacts {
  /** Record 14. An absent firmware string is the literal `SMBIOS_STRING_INDEX_0`. */
  readonly serialNumber?: string;
  /** Record 16. */
  readonly manufacturer?: string;
  /** Record 17. */
  readonly model?: string;
  /** Record 24, the PKID. */
  readonly productKeyId?: string;
  /** Record 12 in its usual spelling, lower case. */
  readonly uuid?: string;
  /** Record 25, the TPM endorsement key's public modulus, as lower-case hexadecimal digits. */
  readonly tpmKey?: string;
  /** Record 13. */
  readonly tpm?: string;
  /** Record 1: milliseconds since 1970. */
  readonly collectedAt?: number;
  /** Record 1: minutes east of UTC where the hash was collected. */
  readonly utcOffsetMinutes?: number;
  /** Record 1. */
  readonly collectedIn?: 'winpe' | 'windows';
  readonly architecture?: 'x86' | 'x64' | 'arm64';
  readonly osBuild?: string;
  /** Record 5, in GB. */
  readonly memoryGb?: number;
  /** Records 6 and 7. */
  readonly disks: readonly {
    readonly sizeGb?: number;
    readonly bus?: string;
    readonly serialNumber?: string;
    readonly model?: string;
  }[];
  readonly processor?: string;
}

/** Why a hash can no longer be read as it was collected. */
export type HashDamage =
  /** `offset` counts UTF-16 units from the first character of the hash without blanks. */
  | { readonly kind: 'character'; readonly offset: number; readonly character: string }
  | { readonly kind: 'padding' }
  | { readonly kind: 'length'; readonly characters: number }
  /** `cellLimit` is the spreadsheet or database limit that this length equals (255, 1024, 2048, 32767). */
  | {
      readonly kind: 'cut';
      readonly characters: number;
      readonly cellLimit?: number;
      readonly declaredBytes: number;
      readonly bytes: number;
    };

/** Why a complete hash is not as it was collected. */
export type HashAlteration =
  | { readonly kind: 'records'; readonly byteOffset: number }
  | { readonly kind: 'trailer-missing' }
  | { readonly kind: 'digest' }
  | { readonly kind: 'bytes-behind-trailer' }
  | { readonly kind: 'characters'; readonly characters: number };

/**
 * A hardware hash, judged. Facts of a damaged or altered hash are never used.
 *
 * `unrecognized` is text that is not laid out as a known 4K hash: documentation dummies, other base64, an unknown layout.
 */
export type HardwareHash =
  | { readonly is: 'intact'; readonly facts: HashFacts }
  | { readonly is: 'altered'; readonly alterations: readonly HashAlteration[] }
  | { readonly is: 'damaged'; readonly damage: HashDamage }
  | { readonly is: 'unrecognized' };
