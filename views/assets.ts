import type { Place, Role } from '../src/contract/roles.ts';
import type { PageMessages } from './messages/pages.ts';

/** One built script or style sheet, as a page refers to it. */
export interface Asset {
  readonly url: string;
  /** Chunks that a script imports at once. */
  readonly preload: readonly string[];
}

/** Finds what an entry, named by its path in the project (`views/styles/main.css`), was built into. */
export type FindAsset = (entry: string) => Asset;

/** What every page is given by the server. */
export interface PageContext {
  readonly asset: FindAsset;
  /** The nonce that the content security policy allows style elements with. */
  readonly nonce: string;
  /** Names the request that a form on the page makes, and no other. */
  readonly requestKey: string;
  /** Where the page is: path and query. Of an answer to a form, the page that the form stands on is unknown: `/`. */
  readonly path: string;
  /** Who is signed in; absent where nobody is, or need be. */
  readonly person?: { readonly name: string; readonly role: Role };
  /** Whether whoever reads may act in a role: in a memory or project, or in the house. What they may not is not offered. */
  readonly may: (role: Role, place?: Place) => boolean;
  /** All it says, in the language of whoever reads. */
  readonly messages: PageMessages;
}
