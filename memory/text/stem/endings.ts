/** The longest ending of `word` that `endings` holds, looking at no letter before `from`. */
export function longestEnding(word: string, endings: Endings, from = 0): string | undefined {
  for (let length = Math.min(endings.longest, word.length - from); length > 0; length--) {
    const ending = word.slice(word.length - length);
    if (endings.all.has(ending)) return ending;
  }
  return undefined;
}

/** A set of endings, ready to be looked up. */
export interface Endings {
  readonly all: ReadonlySet<string>;
  /** Letters of the longest one. */
  readonly longest: number;
}

/** @param list the endings, between spaces */
export function endingsOf(list: string): Endings {
  const all = new Set(list.split(' '));
  return { all, longest: Math.max(...[...all].map((ending) => ending.length)) };
}
