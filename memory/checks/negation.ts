import type { Language } from '../model/language.ts';
import { negationsIn } from '../text/negation.ts';
import type { Found, Side, Subject } from './check.ts';
import { onWhole } from './check.ts';
import { wordsOf } from './word-list.ts';

/** Words that deny without a negation, so that a negation of the other language may have become one of them. */
const DENYING: Readonly<Record<Language, RegExp>> = {
  fr: whole(`ne n' pas peu moins sauf faute manque* absen* refus* évit* échou* échec* impossib* loin hors seul* rare*
    contraire* contre interdi* ignor* dépourvu* inutile* perd* doute* cess* renonc* exclu* nier nie* rejet* mal malgré
    priv* dès empêch* non-* inconnu* incapable* inexistant* in*able in*ables in*ible in*ibles im*able im*ables im*ible
    im*ibles`),
  en: whole(`little few less fewer only lack* absen* refus* prevent* avoid* fail* impossib* far rare* seldom barely
    scarcely unless except against ban* den* forb* unable lose* lost doubt* stop* reject* non-* free miss* yet instead
    rather short trouble different* outside drop* until unaware unfair unsafe unsure unlike* un*able un*ible un*ed
    un*ly un*al in*able in*ible in*ed in*ly in*al im*able im*ible im*ed im*ly im*al dis*able dis*ed dis*ly *less`),
};

function whole(list: string): RegExp {
  return new RegExp(`^(?:${wordsOf(list)})$`, 'u');
}

/** A sentence longer than this has other ways to say no. */
const LONGEST = 30;

/** A negation on one side with nothing on the other that denies. */
export function differingNegation(subject: Subject): readonly Found[] {
  const { source, target } = subject;
  if (Math.max(source.tokens.length, target.tokens.length) > LONGEST) return [];
  const had = negationsIn(source.tokens, source.language);
  const has = negationsIn(target.tokens, target.language);
  if (had.length > 0 && has.length === 0 && !denies(target)) {
    return [onWhole(subject, 'negation-lost', had)];
  }
  if (has.length > 0 && had.length === 0 && !denies(source)) {
    return [onWhole(subject, 'negation-added', has)];
  }
  return [];
}

function denies({ tokens, language }: Side): boolean {
  return tokens.some(({ norm }) => DENYING[language].test(norm));
}
