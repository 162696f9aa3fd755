/** Who signs in. */
export interface User {
  /** The user's name, such as `ada@fabrikam.example`. */
  readonly name: string;
  /** The user's object id, a GUID. */
  readonly objectId: string;
}

/** An error as the authorization or token endpoint reports it. */
export interface SignInError {
  /** As OAuth names it, such as `interaction_required`. */
  readonly error: string;
  /** The number in `AADSTS<number>`. */
  readonly number: number;
  readonly text: string;
}

/** What a test turns to have things go otherwise, at any time. */
export interface Knobs {
  /** Who presses the button on the sign-in page. */
  user: User;
  /** What the sign-in page answers instead of a code. */
  authorizeError: SignInError | undefined;
  /** What the token endpoint answers to everything. */
  tokenError: SignInError | undefined;
  /** What the token endpoint answers to a refresh with a claims request; such as error 50076, "use MFA". */
  refreshWithClaimsError: SignInError | undefined;
  /** How long an access token is good. VS Code refreshes it five minutes before its end. */
  accessTokenSeconds: number;
}

export function defaultKnobs(): Knobs {
  return {
    user: { name: 'ada@fabrikam.example', objectId: 'aaaaaaaa-0000-4000-8000-000000000001' },
    authorizeError: undefined,
    tokenError: undefined,
    refreshWithClaimsError: undefined,
    accessTokenSeconds: 3600,
  };
}
