/** Collectors fill every hash up with zeros to 3,000 bytes, which are as many characters of base64 without padding. */
export const charactersOfHash = 4000;

/** One disk of the machine: records 6 and 7. */
export interface HashDisk {
  readonly sizeGb: number | undefined;
  /** `NVMe`, `SATA` and so on; `undefined` for a bus that has no name here. */
  readonly bus: string | undefined;
  readonly serialNumber: string | undefined;
  readonly model: string | undefined;
}

/**
 * What an intact 4K hardware hash tells of its machine.
 *
 * A fact is `undefined` where its record is missing, empty or cannot be trusted: there twice with different contents, not UTF-8,
 * over-long, or of another shape. Text stands without the blanks around it.
 */
export interface HashFacts {
  /** Record 14. An absent firmware string is the literal `SMBIOS_STRING_INDEX_0`. */
  readonly serialNumber: string | undefined;
  /** Record 16. */
  readonly manufacturer: string | undefined;
  /** Record 17. */
  readonly model: string | undefined;
  /** Record 24, the PKID: 13 digits. */
  readonly productKeyId: string | undefined;
  /** Record 12 in its usual spelling, lower case. */
  readonly uuid: string | undefined;
  /** Whether that stands in many machines and so tells none apart. */
  readonly isUuidDummy: boolean;
  /** Record 25, the TPM endorsement key's public modulus, as lower-case hexadecimal digits. */
  readonly tpmKey: string | undefined;
  /** The same as the record holds it. */
  readonly tpmKeyBytes: Uint8Array | undefined;
  /** Record 13: version, vendor and firmware of the TPM, as it describes itself. */
  readonly tpm: string | undefined;
  /** Record 1: milliseconds since 1970. */
  readonly collectedAt: number | undefined;
  /** Record 1: minutes east of UTC where the hash was collected. */
  readonly utcOffsetMinutes: number | undefined;
  /** Record 1. */
  readonly collectedIn: 'winpe' | 'windows' | undefined;
  /** Record 1. */
  readonly architecture: 'x86' | 'x64' | 'arm64' | undefined;
  /** Record 1: the four parts of the version of Windows. */
  readonly osBuild: string | undefined;
  /** Record 5, in GB. */
  readonly memoryGb: number | undefined;
  readonly disks: readonly HashDisk[];
  /** Record 4, the processor's model. */
  readonly processor: string | undefined;
}

/** Why a hash can no longer be read as it was collected. */
export type HashDamage =
  /** Base64 has no such character, or not there. `offset` counts UTF-16 units from the first character of the hash without blanks. */
  | { readonly kind: 'character'; readonly offset: number; readonly character: string }
  /** One character is left over, which no padding mends. `characters` counts those of the hash without blanks. */
  | { readonly kind: 'length'; readonly characters: number }
  /**
   * There are fewer bytes than the header declares, `undefined` where the header itself is cut. `cellLimit` is the spreadsheet or
   * database limit that this length equals.
   */
  | {
      readonly kind: 'cut';
      readonly characters: number;
      readonly cellLimit: number | undefined;
      readonly declaredBytes: number | undefined;
      readonly bytes: number;
    };

/** Why a complete hash is not as it was collected. */
export type HashAlteration =
  /** The chain of records breaks here. */
  | { readonly kind: 'records'; readonly byteOffset: number }
  | { readonly kind: 'trailer-missing' }
  /** The SHA-256 of header and records is not the one in the trailer. */
  | { readonly kind: 'digest' }
  | { readonly kind: 'bytes-behind-trailer' }
  /** The text ends with `=`, though 3,000 bytes need no padding. */
  | { readonly kind: 'padding' }
  /** The text has not the 4,000 characters that every collector writes. Where it was cut, only zeros of its end are missing. */
  | { readonly kind: 'characters'; readonly characters: number; readonly cellLimit: number | undefined };

/**
 * What a hardware hash was judged to be. Facts of a damaged or altered hash are never used.
 *
 * `unrecognized` is text that is not laid out as a known 4K hash: documentation dummies, other base64, an unknown layout.
 */
export type HashVerdict =
  | { readonly is: 'intact'; readonly facts: HashFacts }
  | { readonly is: 'altered'; readonly alterations: readonly HashAlteration[] }
  | { readonly is: 'damaged'; readonly damage: HashDamage }
  | { readonly is: 'unrecognized' };

/** A hardware hash, judged. */
export type HardwareHash = {
  /** Whether there are blanks in its text or around it. */
  readonly hasBlanks: boolean;
} & HashVerdict;
