/**
 * One account's tokens for one Partner Center. They are asked for per request and never kept.
 *
 * `undefined` always means that there is no token and that the account would have to do something for it: it is gone, or
 * the user declined, or may not be asked now. Every other trouble is thrown, and passed on to whoever made the call.
 */
export interface Account {
  /** What the tokens are good for. They are sent to this origin and no other. */
  readonly resource: URL;
  /** The token, without asking the user. */
  token(signal: AbortSignal): Promise<string | undefined>;
  /** A token that is not the one just refused, if there is one, without asking the user. */
  renew(signal: AbortSignal): Promise<string | undefined>;
  /** A token with the claims of `challenge`, which has the form `Bearer claims="<base64>"`. May ask the user. */
  stepUp(challenge: string, signal: AbortSignal): Promise<string | undefined>;
  /** A token from a sign-in with multi-factor authentication, after telling the user why. */
  signInAgain(signal: AbortSignal): Promise<string | undefined>;
}
