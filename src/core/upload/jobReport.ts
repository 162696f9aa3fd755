/** What the service says about an upload's job at one moment: BatchUploadDetails, decoded but not interpreted. */
export interface JobReport {
  readonly trackingId?: string | undefined;
  /** The service's spelling. */
  readonly status?: string | undefined;
  /** Milliseconds since 1970. */
  readonly startedAt?: number | undefined;
  /** Milliseconds since 1970. */
  readonly completedAt?: number | undefined;
  /** In the service's order, which it does not promise to be that of the request; empty where it sent none. */
  readonly devices: readonly DeviceReport[];
}

/** DeviceUploadDetails. Everything is optional: a device uploaded by its hash alone comes back without any identity. */
export interface DeviceReport {
  readonly deviceId?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly productKey?: string | undefined;
  /** The service's spelling. */
  readonly status?: string | undefined;
  readonly errorCode?: string | undefined;
  readonly errorDescription?: string | undefined;
}
