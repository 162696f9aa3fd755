/** What the emulator says to one request; `body` is sent as UTF-8. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer in JSON, as the service labels it. */
export function json(status: number, body: unknown): Answer {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}

/**
 * A refusal in the shape of the service's API fault.
 *
 * Source: Partner Center developer documentation, "Error codes": `code` is text, `description` at most 1024 characters.
 */
export function fault(status: number, code: string, description: string): Answer {
  return json(status, { code, description, data: [], source: 'PartnerApiServiceControllers' });
}

/**
 * The acceptance of a job: empty, with a link that has neither host nor `/v1`.
 *
 * Source: Partner Center developer documentation, "Upload a list of devices to create a new batch", response example.
 */
export function accepted(customerId: string, trackingId: string): Answer {
  return { status: 202, headers: { Location: `/customers/${customerId}/batchJobStatus/${trackingId}` }, body: '' };
}
