/** What a caller names a request by, so that sending it again does nothing twice. */
export interface RequestKey {
  readonly by: string;
  readonly key: string;
  /** What was asked for, as a hash: the same key does not stand for anything else. */
  readonly fingerprint: string;
}

/** What is known of a request that was sent under a key. */
export type KnownRequest =
  /** It was not, or failed, or was broken off long ago: now it is the caller's to do. */
  | { readonly state: 'new' }
  | { readonly state: 'running' }
  | { readonly state: 'answered'; readonly answer: unknown }
  /** The key stands for something else. */
  | { readonly state: 'other' };
