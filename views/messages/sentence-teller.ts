/** Sentences by name, with `{name}` for what is put into them, and `{id}` for a number; and single words by the English one. */
type Table = Readonly<Record<string, string>>;

/**
 * Says sentences of one table in the words of another, which has one for each of its names.
 * @param words what is put in that has words of its own in the other language: `French`, `a reader`
 * @returns `undefined` for a sentence that the table has not
 */
export function sentenceTeller(english: Table, other: Table, words: Table): (sentence: string) => string | undefined {
  let patterns: readonly (readonly [pattern: RegExp, told: string])[] | undefined;
  return (sentence) => {
    // Few are ever told, and then one at a time.
    patterns ??= Object.entries(english).map(([name, text]) => [patternOf(text), other[name] ?? text] as const);
    for (const [pattern, told] of patterns) {
      const found = pattern.exec(sentence);
      if (found === null) continue;
      const given = found.groups ?? {};
      return told.replaceAll(/\{(\w+)\}/g, (_, hole: string) => {
        const put = given[hole] ?? '';
        return words[put] ?? put;
      });
    }
    return undefined;
  };
}

function patternOf(text: string): RegExp {
  const escaped = text
    .replaceAll(/[\\^$.*+?()[\]|]/g, '\\$&')
    .replaceAll('{id}', '(?<id>\\d+)')
    .replaceAll(/\{(\w+)\}/g, '(?<$1>.+?)');
  return new RegExp(`^${escaped}$`, 's');
}
