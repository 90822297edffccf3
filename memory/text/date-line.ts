import { LANGUAGES, type Language } from '../model/language.ts';
import type { PartialDate } from '../model/provenance.ts';
import { dateOf } from './dates.ts';

/** A date header at the head of a text. */
export interface DateLine {
  readonly date: PartialDate;
  /** Its place in the text, in UTF-16 units, without the white space around it. */
  readonly start: number;
  readonly end: number;
}

/** What stands before a date in a header. The sign after it may be left out. */
const LABELS: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:date de publication|publi(?:é|ée|cation)(?: le)?|paru le|mis en ligne le|mis à jour le)(?: ?: ?| )/iu,
  en: /^(?:publication date|published(?: on)?|posted(?: on)?|(?:last )?updated(?: on)?)(?: ?: ?| )/iu,
};
const NEUTRAL_LABEL = /^date(?: ?: ?| )/i;
/** A label that is no word of a sentence, so that running text may follow on the same line. */
const BARE_LABEL = /^(date ?:? ?)([12]\d{3}-\d{2}(?:-\d{2})?)(?=\s|$)/i;
const CLOCK = String.raw`\d{1,2} ?(?:h|:|\.) ?(?:\d{2})?(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|BST|CET|CEST|EST|EDT|heure de Paris))?`;
const TIME_AFTER = new RegExp(String.raw`(?:,|T| ?[-–—|·]| à| at)? ?(?:${CLOCK}|\d{1,2} ?[ap]m)Z?$`, 'i');
/** What follows on the line of many a site: the date of the last change. */
const UPDATE_AFTER = /\s*[-–—|·,(]?\s*(?:mis(?:e)? à jour|modifié|(?:last )?updated|modified)(?:\s|:).*$/isu;
const LONGEST_LINE = 160;

/**
 * Reads the date on the first line that is not blank, in French or English: `Publié le 25 novembre 2021 à 14h30`,
 * `Published 25 November 2021`, `2021-11-25`, or `date 2021-11` with the text after it on the same line. A sentence
 * that merely begins with a date is none.
 */
export function readDateLine(text: string): DateLine | undefined {
  const start = text.search(/\S/);
  if (start < 0) return undefined;
  const line = /^[^\r\n]*/.exec(text.slice(start, start + LONGEST_LINE + 1))?.[0] ?? '';

  const bare = BARE_LABEL.exec(line);
  if (bare !== null) {
    const date = dateOf(bare[2] ?? '', LANGUAGES);
    return date === undefined ? undefined : { date, start, end: start + bare[0].length };
  }
  if (line.length > LONGEST_LINE) return undefined;
  const spaced = line.trimEnd().replace(/[\u00a0\u202f\u2009]/g, ' ');
  const languages = LANGUAGES.filter((language) => LABELS[language].test(spaced));
  const label = languages[0] === undefined ? NEUTRAL_LABEL : LABELS[languages[0]];
  const rest = spaced.replace(label, '').replace(UPDATE_AFTER, '').replace(/^le /i, '');
  const date = dateOf(
    rest.replace(TIME_AFTER, '').replace(/[.,]$/, '').trim(),
    languages.length === 0 ? LANGUAGES : languages,
  );
  return date === undefined ? undefined : { date, start, end: start + spaced.length };
}
