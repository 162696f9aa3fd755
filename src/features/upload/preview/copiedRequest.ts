/** A request to write down for another tool. */
export interface CopiedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Where the body is, as the tool is to find it. */
  readonly bodyFile: string;
}

/** The environment variable that holds the token: none is ever written down. */
export const tokenVariable = 'PARTNER_CENTER_TOKEN';

/** What a terminal may take for a key, and what an eye may take for something else. */
export const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
