import { stripAccents } from '../../../memory/text/normalize.ts';

/** A name that is being written behind an `@`. */
export interface MentionBegun {
  /** Where its `@` stands, as an offset into the text before the cursor. */
  readonly from: number;
  readonly written: string;
}

/** As many names are offered at once. */
const MOST_OFFERED = 6;

/** The name that is being written right before the cursor, if any; an address of e-mail is none. */
export function mentionBegun(before: string): MentionBegun | undefined {
  const found = /(?<![\p{L}\p{N}._-])@([\p{L}\p{N}._-]*)$/u.exec(before);
  return found === null ? undefined : { from: found.index, written: found[1] ?? '' };
}

/** Whom that may become: a word of their name begins so, case and accents aside. Those whose first word does come first. */
export function peopleCalled(written: string, people: readonly string[]): readonly string[] {
  const begun = fold(written);
  const places = people.map((person) => [person, ` ${fold(person)}`.indexOf(` ${begun}`)] as const);
  const found = places.filter(([, place]) => place >= 0).sort(([, a], [, b]) => Math.sign(a) - Math.sign(b));
  return found.slice(0, MOST_OFFERED).map(([person]) => person);
}

function fold(name: string): string {
  return stripAccents(name.toLowerCase())
    .replaceAll(/[\s._-]+/gu, ' ')
    .trim();
}
