/** A device as the service lists it in a batch. Its hardware hash is never listed. */
export interface ListedDevice {
  readonly id?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly productKey?: string | undefined;
  readonly oemManufacturerName?: string | undefined;
  readonly modelName?: string | undefined;
  /** Milliseconds since 1970. */
  readonly uploadedAt?: number | undefined;
}
