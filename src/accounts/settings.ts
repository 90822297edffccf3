import type { Role } from '../contract/roles.ts';

/** The provider of single sign-on, which speaks OpenID Connect. */
export interface OidcSettings {
  /** What people know it by, on the button. */
  readonly name: string;
  /** Where it describes itself: its address with `/.well-known/openid-configuration`. */
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The role of those it sends whom nobody made an account for; where absent, they are turned away. */
  readonly newRole?: Role;
}

export interface AuthSettings {
  /** Where people reach the server, without a slash at its end. Cookies are for HTTPS alone where it is that. */
  readonly url: string;
  readonly oidc?: OidcSettings;
}

export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/** Attempts to sign in that an address has in a minute. */
export const ATTEMPTS_PER_MINUTE = 10;

/** Times that an address is led to the provider in a minute: there is nothing to be guessed by it. */
export const LED_PER_MINUTE = 60;

/** Where the library's own paths lie. Of these, only where the provider leads back to is on the network. */
export const AUTH_PATH = '/api/auth';
export const OIDC_PROVIDER = 'oidc';
/** Where the page is that a way through the provider leads to when it fails, with `?error=`. */
export const FAILED = '/sign-in';
/** The header that the library is told the address in; what a request says there itself is not handed on. */
export const ADDRESS_HEADER = 'x-calque-address';
