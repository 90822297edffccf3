/** What an attribute may hold. */
export interface ValueKind {
  readonly test: (value: string) => boolean;
  /** Ends the sentence “… must be …”. */
  readonly meaning: string;
}

export function oneOf(...values: readonly string[]): ValueKind {
  const set = new Set(values);
  return { test: (value) => set.has(value), meaning: `one of ${values.join(', ')}` };
}

export function form(pattern: RegExp, meaning: string): ValueKind {
  return { test: (value) => pattern.test(value), meaning };
}

/** What is wrong with a value, as the end of a sentence: `must be …`; `undefined` when nothing is. */
export function kindFault({ test, meaning }: ValueKind, value: string): string | undefined {
  return test(value) ? undefined : `must be ${meaning}`;
}

export const TEXT: ValueKind = { test: () => true, meaning: 'text' };

/** BCP 47, well-formed: a language of two letters or more, or a private or grandfathered tag, and subtags. */
export const LANGUAGE = form(
  /^(?:[a-z]{2,8}(?:-[a-z0-9]{1,8})*|[ix](?:-[a-z0-9]{1,8})+)$/i,
  'a language tag, such as fr or en-GB',
);
