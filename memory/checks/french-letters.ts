import { type Found, named, onAll, type Subject } from './check.ts';

/** French words whose capital has its accent, without it, by their beginning; no word of another kind begins so. */
const E_ACUTE =
  /(?<![\p{L}-])E(?=(?:tats?(?!-major)|tat-major|tant|tait|taient|té|tés|tude|tudiant|tranger|trangère|trange|tranges|glise|cole|colier|colog|conom|crivain|cran|crire|dition|diteur|ditorial|ducation|galité|galement|gypt|laboration|lection|lectric|lectro|lève|lu|lus|lue|lues|lysée|lément|mirat|mission|motion|nergie|norme|nergétique|paule|pidémie|poque|preuve|quateur|quipe|quipé|quipement|rythrée|thiopie|vacuation|valuation|vénement|vèque|vêque|vidence|videmment|vidente?|volution|viter|voquant|changes?|chec|chelle|cosse|cossais|clair|clat)(?:s|e|es)?(?!\p{L}*\d))/gu;
/** A preposition at the beginning of a sentence, before a noun or a name; A-t-il and A B C are none. */
const A_GRAVE =
  /(?<=^[«“"\s]{0,3}|[.!?…:]\s[«“"\s]{0,3})A(?= (?:[Ll][aeu']?s?|[Ll]’|[Ll]eurs?|[Ss](?:a|on|es)|[Cc]et?t?e?|[Cc]es|[Pp]artir|[Pp]ropos|[Tt]ravers|[Pp]eine|[Tt]itre|[Qq]uoi|[Nn]ouveau|[Ff]orce|[Cc]ôté|[Ss]avoir|\d|(?:Paris|Bruxelles|Londres|Genève|Washington|Moscou|Berlin|Rome|Lyon|Marseille|Lille|Montréal|Québec)\b)\b)/gu;
const C_CEDILLA = /(?<![\p{L}-])C(?=a (?!c?apella|va sans)\p{L})/gu;
const I_CIRCUMFLEX = /(?<![\p{L}-])I(?=les? )/gu;

const CAPITALS: readonly { readonly pattern: RegExp; readonly letter: string }[] = [
  { pattern: E_ACUTE, letter: 'É' },
  { pattern: A_GRAVE, letter: 'À' },
  { pattern: C_CEDILLA, letter: 'Ç' },
  { pattern: I_CIRCUMFLEX, letter: 'Î' },
];

/** Words with œ, as they are typed without it; coexister, moelle, poète have none. */
const LIGATURE =
  /(?<!\p{L})(?:c|s|r?anc|ch|v|n|man)?oe(?=(?:uvr|ur|uf|uds?(?!\p{L})|ux?(?!\p{L})|il|ill|sophag|nolog|strog|cuméni))|(?<!\p{L})(?:f)oe(?=t(?:us|al))|(?<!\p{L})(?:m)oe(?=urs)|(?<!\p{L})(?:b)oe(?=ufs?)|(?<!\p{L})oe(?=dème|dip)/giu;

/** Capitals without the accent that French gives them. */
export function bareCapitals({ source, target }: Subject): readonly Found[] {
  if (target.language !== 'fr') return [];
  const edits = CAPITALS.flatMap(({ pattern, letter }) =>
    [...target.text.matchAll(pattern)].map(({ index }) => ({ start: index, end: index + 1, text: letter })),
  ).filter(({ start }) => !source.text.includes(wordAt(target.text, start)) || wordAt(target.text, start).length === 1);
  const ordered = edits.sort((a, b) => a.start - b.start);
  const words = ordered.map(({ start }) => wordAt(target.text, start));
  return onAll(ordered, `The capital of ${named(words)} takes its accent.`, `Change to ${letters(ordered)}`);
}

/** Words with oe that are written with œ. */
export function missingLigatures({ target }: Subject): readonly Found[] {
  if (target.language !== 'fr') return [];
  const edits = [...target.text.matchAll(LIGATURE)].map(({ index, 0: found }) => {
    const start = index + found.length - 2;
    return { start, end: start + 2, text: /O/.test(found.slice(-2)) ? 'Œ' : 'œ' };
  });
  return onAll(
    edits,
    `${named(edits.map(({ start }) => wordAt(target.text, start)))} is written with œ.`,
    `Change to ${letters(edits)}`,
  );
}

function letters(edits: readonly { readonly text: string }[]): string {
  return [...new Set(edits.map(({ text }) => text))].join(', ');
}

function wordAt(text: string, at: number): string {
  const before = /\p{L}*$/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? '';
  return before + (/^\p{L}+/u.exec(text.slice(at, at + 30))?.[0] ?? '');
}
