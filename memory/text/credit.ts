import type { Language } from '../model/language.ts';
import type { CreditNote } from '../model/provenance.ts';

/** The languages a note may name, in French and in English; of those that Calque does not know, it only sees that they are one. */
const FRENCH_NAMES =
  'français|anglais|américain|allemand|arabe|hébreu|espagnol|italien|turc|persan|russe|portugais|néerlandais|polonais|ukrainien|chinois|japonais|grec|kurde';
const ENGLISH_NAMES =
  'French|English|German|Arabic|Hebrew|Spanish|Italian|Turkish|Persian|Farsi|Russian|Portuguese|Dutch|Polish|Ukrainian|Chinese|Japanese|Greek|Kurdish';
const ORIGINALS: ReadonlyMap<string, Language> = new Map([
  ['français', 'fr'],
  ['french', 'fr'],
  ['anglais', 'en'],
  ['américain', 'en'],
  ['english', 'en'],
]);

const ASIDE = String.raw`(?:\s*\([^()]{1,60}\))?`;
const NAME = String.raw`(?<translator>[^!?;()[\]]{1,100}?)`;

const FROM_FRENCH = String.raw`(?:\s+en\s+(?:français|anglais))?(?:\s+(?:depuis\s+)?(?:de\s+l['’]|du\s+|de\s+la\s+version\s+|l['’])(?<language>${FRENCH_NAMES})e?${ASIDE})`;
const FROM_ENGLISH = String.raw`(?:\s+into\s+(?:French|English))?(?:\s+from(?:\s+the)?(?:\s+original)?\s+(?<language>${ENGLISH_NAMES})(?:\s+(?:original|version|text))?${ASIDE})`;

/**
 * The notes of each language. Each is the whole of a sentence, so that a sentence about a translation is not taken
 * for one; and it must name a language or a translator, whose name begins with a capital.
 */
const NOTES: readonly { readonly language: Language; readonly pattern: RegExp }[] = [
  {
    language: 'fr',
    pattern: note(
      String.raw`(?:(?:cet\s+)?(?:article|texte|entretien|reportage)\s+(?:a\s+été\s+)?)?(?:traduite?s?|adaptée?s?)(?:\s+et\s+(?:adapté|condensé|abrégé)e?s?)?`,
      FROM_FRENCH,
      String.raw`\s+par\s+${NAME}`,
    ),
  },
  {
    language: 'fr',
    pattern: note(
      String.raw`(?:traduction|adaptation|version\s+française)(?:\s+(?:française|réalisée|assurée))?`,
      FROM_FRENCH,
      String.raw`(?:\s+par\s+|\s*:\s*|\s+de\s+)${NAME}`,
    ),
  },
  {
    language: 'en',
    pattern: note(
      String.raw`(?:(?:this\s+)?(?:article|text|interview|report|story)\s+(?:was\s+|has\s+been\s+)?)?(?:translated|adapted)(?:\s+and\s+(?:adapted|abridged|edited))?`,
      FROM_ENGLISH,
      String.raw`\s+by\s+${NAME}`,
    ),
  },
  {
    language: 'en',
    pattern: note(
      String.raw`(?:(?:English\s+)?translation|adaptation|English\s+version)`,
      FROM_ENGLISH,
      String.raw`(?:\s+by\s+|\s*:\s*)${NAME}`,
    ),
  },
];

/** A note is a line; what is longer tells a story. */
const LONGEST = 240;

/**
 * Reads a credit note such as “Traduit de l’anglais (original) par VECTranslation.” or “Translated from the French by …”.
 * The sentence must be nothing but the note. What it does not state is left out.
 */
export function readCredit(sentence: string): CreditNote | undefined {
  const text = sentence.trim();
  if (text.length === 0 || text.length > LONGEST) return undefined;
  for (const { language, pattern } of NOTES) {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) continue;
    const original = ORIGINALS.get((groups['language'] ?? '').toLowerCase());
    const translator = groups['translator']?.trim();
    if (translator === undefined ? groups['language'] === undefined : !isName(translator)) continue;
    return {
      text,
      language,
      ...(original === undefined ? {} : { originalLanguage: original }),
      ...(translator === undefined ? {} : { translator }),
    };
  }
  return undefined;
}

/** Whether it can name a person or firm: a capital first, a few words, and dots after initials only. */
function isName(text: string): boolean {
  return /^[\p{Lu}@]/u.test(text) && text.split(/\s+/).length <= 8 && !/\p{L}{4,}\.\s/u.test(text);
}

/** A whole line: what was done, from which language, by whom; brackets around it and what it was done for left aside. */
function note(done: string, from: string, by: string): RegExp {
  const purpose = String.raw`(?:\s+(?:pour|for)\s+[^.!?]{1,80})?`;
  return new RegExp(String.raw`^[(\[*–—-]*\s*${done}${from}?(?:${by})?${purpose}\s*[.…]?\s*[)\]*]*\.?$`, 'iu');
}
