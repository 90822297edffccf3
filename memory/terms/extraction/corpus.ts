import type { Language } from '../../model/language.ts';
import { monthNumber, weekdayNumber } from '../../text/calendar.ts';
import { isFunctionWord } from '../../text/stopwords.ts';
import { type Token, tokenize } from '../../text/tokenize.ts';

/**
 * What a token can be in a term: its beginning or end; within it alone (*de*, *of*); or neither, as other function words,
 * which a term ends before; at a mark or number ends everything.
 */
export const CONTENT = 0;
const INNER = 1;
export const FUNCTION = 2;
export const BREAK = 3;

/** Function words that stand within terms: *droits de l’homme*, *chief of staff*. */
const WITHIN: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(`de du des d' à au aux l' la le les en pour sur dans contre par et`.split(' ')),
  en: new Set('of the for on to in and against'.split(' ')),
};

/** Words that a noun is introduced by. */
const INTRODUCES: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    `le la les l' un une des du de d' au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur
    leurs chaque plusieurs quelques aucun aucune quel quelle quels quelles en par pour sur sous avec sans contre entre
    tout toute tous toutes`.split(/\s+/),
  ),
  en: new Set(
    `the a an this that these those my your his her its our their 's of in on at by for from with without into against
    between among during under over each every any no some many few several and or`.split(/\s+/),
  ),
};

/** Words that a verb follows. */
const BEFORE_VERBS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    `je j' tu il elle on nous vous ils elles se s' ne n' me m' te t' qui y a ont avait avaient est sont était étaient a été
    être avoir peut peuvent doit doivent`.split(/\s+/),
  ),
  en: new Set(
    `to i you he she it we they who will would shall should can could may might must not n't is are was were be been being
    has have had do does did`.split(/\s+/),
  ),
};

/** A word as it is written, once. */
interface Form {
  readonly text: string;
  readonly stem: number;
  readonly role: number;
  readonly introduces: boolean;
  readonly beforeVerb: boolean;
  readonly capital: boolean;
}

/** Texts of one language as numbers: every token is that of a form, the forms stand aside. */
export class CorpusSide {
  readonly language: Language;
  readonly forms: Form[] = [];
  /** The stems, by their numbers. */
  readonly stems: string[] = [];
  /** The forms of all texts one after the other, and where those of each text begin. */
  tokens = new Uint32Array(1 << 16);
  readonly starts: number[] = [0];
  #size = 0;
  readonly #forms = new Map<string, number>();
  readonly #stems = new Map<string, number>();

  constructor(language: Language) {
    this.language = language;
  }

  add(text: string): void {
    for (const token of tokenize(text, this.language)) {
      if (this.#size === this.tokens.length) {
        const larger = new Uint32Array(this.tokens.length * 2);
        larger.set(this.tokens);
        this.tokens = larger;
      }
      this.tokens[this.#size++] = this.#formOf(token);
    }
    this.starts.push(this.#size);
  }

  /** How many texts there are. */
  get texts(): number {
    return this.starts.length - 1;
  }

  form(at: number): Form {
    return this.forms[this.tokens[at] as number] as Form;
  }

  /** What is written from one token to another, both included. */
  written(first: number, last: number): string {
    let text = '';
    for (let at = first; at <= last; at++) {
      const word = this.form(at).text;
      const joins = text === '' || /['’]$/.test(text) || /^['’]/.test(word);
      text += joins ? word : ` ${word}`;
    }
    return text;
  }

  #formOf(token: Token): number {
    const known = this.#forms.get(token.text);
    if (known !== undefined) return known;
    const number = this.forms.length;
    this.#forms.set(token.text, number);
    this.forms.push({
      text: token.text,
      stem: this.#stemOf(token.stem),
      role: roleOf(token, this.language),
      introduces: INTRODUCES[this.language].has(token.norm),
      beforeVerb: BEFORE_VERBS[this.language].has(token.norm),
      capital: /^\p{Lu}/u.test(token.text),
    });
    return number;
  }

  #stemOf(stem: string): number {
    const known = this.#stems.get(stem);
    if (known !== undefined) return known;
    const number = this.stems.length;
    this.#stems.set(stem, number);
    this.stems.push(stem);
    return number;
  }
}

/** Small numbers in words, which stand before anything. */
const COUNTS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    `trois quatre cinq six sept huit neuf dix onze douze vingt trente cent mille premier première`.split(' '),
  ),
  en: new Set(
    'one three four five six seven eight nine ten eleven twelve twenty thirty hundred thousand first'.split(' '),
  ),
};

/** How chapters and schedules are numbered: IV, XII; not a word of one letter. */
const ROMAN = /^[IVXLC]+$/;
/** What is longer is no word. */
const LONGEST_WORD = 40;

function roleOf({ kind, norm, text }: Token, language: Language): number {
  if (kind !== 'word' || ROMAN.test(text) || text.length > LONGEST_WORD) return BREAK;
  if (monthNumber(text, language) !== undefined || weekdayNumber(text, language) !== undefined) return BREAK;
  if (WITHIN[language].has(norm)) return INNER;
  if (isFunctionWord(norm, language) || COUNTS[language].has(norm)) return FUNCTION;
  return /^\p{L}[\p{L}\p{M}’'\-‐‑]+$/u.test(text) ? CONTENT : FUNCTION;
}
