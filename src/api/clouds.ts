import { isLoopback } from './loopback.ts';

/** A Partner Center and the sign-in that its tokens come from. */
export interface Cloud {
  readonly name: 'public' | 'china' | 'usGovernment' | 'emulator';
  /** The origin of every request; it has no path. */
  readonly base: URL;
  /** How its users sign in; `undefined` for the emulator, which has no users. */
  readonly signIn: SignIn | undefined;
  /** Whether Partner Center's documentation offers device deployment there. */
  readonly deviceDeployment: 'documented' | 'undocumented';
}

export interface SignIn {
  /** VS Code's authentication provider. `microsoft-sovereign-cloud` exists only where its own setting configures it. */
  readonly providerId: 'microsoft' | 'microsoft-sovereign-cloud';
  /** Microsoft Entra there: where a tenant's domain is resolved. */
  readonly authority: URL;
  /** What a token is good for; requests go to this origin and no other. */
  readonly resource: URL;
}

const publicBase = new URL('https://api.partnercenter.microsoft.com');
const chinaBase = new URL('https://partner.partnercenterapi.microsoftonline.cn');

/**
 * Partner Center REST, "Partner Center REST URLs" (21Vianet has its own, US Government the public one), and Microsoft
 * identity platform, "National clouds" (authorities). The device pages apply to the public cloud only.
 */
export const clouds = {
  public: {
    name: 'public',
    base: publicBase,
    signIn: {
      providerId: 'microsoft',
      authority: new URL('https://login.microsoftonline.com'),
      resource: publicBase,
    },
    deviceDeployment: 'documented',
  },
  china: {
    name: 'china',
    base: chinaBase,
    signIn: {
      providerId: 'microsoft-sovereign-cloud',
      authority: new URL('https://login.partner.microsoftonline.cn'),
      resource: chinaBase,
    },
    deviceDeployment: 'undocumented',
  },
  usGovernment: {
    name: 'usGovernment',
    base: publicBase,
    signIn: {
      providerId: 'microsoft-sovereign-cloud',
      authority: new URL('https://login.microsoftonline.us'),
      resource: publicBase,
    },
    deviceDeployment: 'undocumented',
  },
} as const satisfies Readonly<Record<string, Cloud>>;

/** The emulator that listens at `address`; `undefined` unless that is `http:` on this machine's loopback. */
export function emulatorAt(address: URL): Cloud | undefined {
  return address.protocol === 'http:' && isLoopback(address)
    ? { name: 'emulator', base: new URL(address.origin), signIn: undefined, deviceDeployment: 'documented' }
    : undefined;
}

/** The delegated permission on Partner Center, as the scope that a token is asked for with (Partner Center REST, "Enable the Secure Application Model"). */
export function scopeOf({ resource }: SignIn): string {
  return `${resource.origin}/user_impersonation`;
}
