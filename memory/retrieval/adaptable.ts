import { comparedWords, type Profile } from '../match/profile.ts';
import { findValues } from '../text/numbers.ts';

/** The highest rate of a match in which numbers or dates were replaced, whatever that of its texts. */
export const HIGHEST_ADAPTED = 99;

/** Words that a number, date or time takes at most, and that it can change at either side by how they are read. */
const LONGEST_VALUE = 8;
const BESIDE_VALUE = 2;

/** What can be said beforehand of the units that would give an adapted match for a text. */
export interface Adaptable {
  /** The stems that each must share with the text; infinite where none can give one. */
  readonly leastShared: number;
  /** Every unit that would give one has texts whose rate may reach this, going by their words alone. */
  readonly certainTo: number;
}

/** Adapted matches are the same but for their values, so they share all the words that are part of none. */
export function adaptableTo({ text, language, forms }: Pick<Profile, 'text' | 'language' | 'forms'>): Adaptable {
  const values = findValues(text, language);
  if (values.length === 0) return { leastShared: Number.POSITIVE_INFINITY, certainTo: Number.POSITIVE_INFINITY };
  const inValues = values.reduce((sum, value) => sum + comparedWords(value.text, language).forms.length, 0);
  const leastShared = Math.max(0, forms.length - inValues - BESIDE_VALUE * values.length);
  const longest = forms.length + LONGEST_VALUE * values.length;
  return { leastShared, certainTo: Math.floor((100 * leastShared) / longest) };
}
