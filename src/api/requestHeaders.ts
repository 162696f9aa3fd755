/** What a request says about itself. */
export interface RequestFacts {
  /** The same as long as it is unknown whether the service has taken the request, new after any other answer. */
  readonly requestId: string;
  /** New for every call. */
  readonly correlationId: string;
  readonly hasBody: boolean;
  readonly continuationToken?: string | undefined;
}

/** The headers of a request but for `Authorization` (Partner Center REST, "Partner Center REST headers"). */
export function requestHeaders(facts: RequestFacts): Readonly<Record<string, string>> {
  return {
    Accept: 'application/json',
    ...(facts.hasBody ? { 'Content-Type': 'application/json' } : {}),
    'MS-RequestId': facts.requestId,
    'MS-CorrelationId': facts.correlationId,
    // What is read out of the service's texts is English.
    'X-Locale': 'en-US',
    'MS-PartnerCenter-Application': 'Device Batch for VS Code',
    ...(facts.continuationToken === undefined ? {} : { 'MS-ContinuationToken': facts.continuationToken }),
  };
}
