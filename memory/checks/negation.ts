import type { Language } from '../model/language.ts';
import { negationsIn } from '../text/negation.ts';
import type { Found, Side, Subject } from './check.ts';
import { named, onWhole } from './check.ts';

/** Words that deny without a negation, so that a negation of the other language may have become one of them. */
const DENYING: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:ne|n'|pas|peu|moins|sauf|faute|manque\p{L}*|absen\p{L}*|refus\p{L}*|évit\p{L}*|échou\p{L}*|échec\p{L}*|impossib\p{L}*|loin|hors|seul\p{L}*|rare\p{L}*|contraire\p{L}*|contre|interdi\p{L}*|ignor\p{L}*|dépourvu\p{L}*|inutile\p{L}*|perd\p{L}*|doute\p{L}*|cess\p{L}*|renonc\p{L}*|exclu\p{L}*|nier|nie\p{L}*|rejet\p{L}*|non-\p{L}+|(?:in|im)\p{L}{3,}(?:able|ible)s?|inconnue?s?|incapables?|inexistant\p{L}*|mal|malgré|priv\p{L}*|dès|empêch\p{L}*)$/u,
  en: /^(?:little|few|less|fewer|only|lack\p{L}*|absen\p{L}*|refus\p{L}*|prevent\p{L}*|avoid\p{L}*|fail\p{L}*|impossib\p{L}*|far|rare\p{L}*|seldom|barely|scarcely|unless|except|against|ban\p{L}*|deny|den\p{L}*|forb\p{L}*|unable|los[et]\p{L}*|doubt\p{L}*|stop\p{L}*|reject\p{L}*|non-\p{L}+|free|miss\p{L}*|yet|instead|rather|short|trouble|different\p{L}*|outside|lost?|drop\p{L}*|(?:un|in|im|dis)\p{L}{3,}(?:able|ible|ed|ly|al)|un(?:til|aware|fair|safe|sure|like)|\p{L}+less)$/u,
};

/** A sentence longer than this has other ways to say no. */
const LONGEST = 30;

/** A negation on one side with nothing on the other that denies. */
export function differingNegation(subject: Subject): readonly Found[] {
  const { source, target } = subject;
  if (Math.max(source.tokens.length, target.tokens.length) > LONGEST) return [];
  const had = negationsIn(source.tokens, source.language);
  const has = negationsIn(target.tokens, target.language);
  if (had.length > 0 && has.length === 0 && !denies(target)) {
    return [onWhole(subject, `The source says ${named(had)}; the translation has no negation.`)];
  }
  if (has.length > 0 && had.length === 0 && !denies(source)) {
    return [onWhole(subject, `The translation says ${named(has)}; the source has no negation.`)];
  }
  return [];
}

function denies({ tokens, language }: Side): boolean {
  return tokens.some(({ norm }) => DENYING[language].test(norm));
}
