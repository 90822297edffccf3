import { LANGUAGES, type Language, otherLanguage } from '../model/language.ts';

/** Frequent short words of the two languages and of those that news is most easily mistaken between. */
const FREQUENT: Readonly<Record<string, string>> = {
  fr: `le la les un une des du de d l au aux et est sont a ont été dans par pour sur avec que qu qui ce cette ces se s ne n
    pas plus il elle ils elles on nous vous je son sa ses leur leurs mais ou où comme en y sans sous entre selon après
    avant depuis être avoir fait aussi c j très tout tous toute deux dont cela ainsi alors même lors contre`,
  en: `the a an of to in on at by for from with and or but not is are was were be been has have had will would can could
    it its he she they we you i his her their our this that these those which who what when where how there as if than
    into over after before about more most all no s t up out said says do does did an also us one two against`,
  de: `der die das den dem des ein eine einen einer und oder aber nicht ist sind war waren wird wurde werden hat haben
    mit von zu zum zur auf für im in an am bei nach aus über sich es er sie wir ich auch als wie dass noch nur um so`,
  es: `el la los las un una unos unas de del al y o pero no es son fue era ha han con por para en que se su sus lo le
    les más como este esta estos sobre entre cuando muy también sin hasta desde donde si ya porque`,
  it: `il lo la i gli le un uno una di del della dei delle al alla e o ma non è sono era ha hanno con per in nel nella
    che si su suo sua come questo questa anche più dal dalla tra fra quando molto se ci`,
  pt: `o a os as um uma de do da dos das ao e ou mas não é são foi era tem com por para em no na nos nas que se seu sua
    mais como este esta também sobre entre quando muito pelo pela já`,
  nl: `de het een van en of maar niet is zijn was waren wordt werd heeft hebben met voor op in aan bij naar uit over te
    die dat deze dit er ook als om door nog wel tot hij zij we ik`,
};

/** Endings that hardly another of these languages has; worth less than a whole word. */
const ENDINGS: Readonly<Record<Language, RegExp>> = {
  fr: /(?:é|ée|és|ées|aient|ait|eux|euse|euses|ique|iques|ement|eur|eurs|elle|elles)$/,
  en: /(?:ing|ed|ly|ness|ght|ship|wn|sh|ck|th|ew|oo[a-z])$/,
};
const ENDING_WORTH = 0.35;

/** Whose words each frequent word is; a word of three languages speaks a third for each. */
const OWNERS: ReadonlyMap<string, readonly string[]> = ownersOfWords();

/** As much of a text as is looked at, in UTF-16 units. */
const SAMPLE = 20_000;
/** Under these the text is too short, or not mostly of one language, to tell. */
const LEAST_EVIDENCE = 1.5;
const LEAST_SHARE_OF_WORDS = 0.12;
const LEAST_CONFIDENCE = 0.6;
/** How far ahead of every third language the winner must be. */
const LEAD = 1.15;
/** Evidence to the contrary that is always reckoned in, so that little evidence makes little confidence. */
const DOUBT = 0.5;

/**
 * Tells French from English by their most frequent words.
 * @returns `undefined` when there is too little to tell by, or the text is in another language; the confidence is the
 * winner's share of the evidence for the two, half a word of doubt reckoned in: 0.6–1.
 */
export function detectLanguage(text: string): { language: Language; confidence: number } | undefined {
  const words =
    text
      .slice(0, SAMPLE)
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const evidence = new Map<string, number>();
  const add = (language: string, worth: number) => evidence.set(language, (evidence.get(language) ?? 0) + worth);
  let latin = 0;
  for (const word of words) {
    if (/\p{Script=Latin}/u.test(word)) latin++;
    const owners = OWNERS.get(word) ?? [];
    for (const owner of owners) add(owner, 1 / owners.length);
    if (owners.length > 0 || word.length < 4) continue;
    for (const language of LANGUAGES) if (ENDINGS[language].test(word)) add(language, ENDING_WORTH);
  }

  const worthOf = (language: string) => evidence.get(language) ?? 0;
  const language: Language = worthOf('fr') > worthOf('en') ? 'fr' : 'en';
  const worth = worthOf(language);
  const rivals = Object.keys(FREQUENT).filter((rival) => rival !== 'fr' && rival !== 'en');
  const foreign = rivals.some((rival) => worthOf(rival) * LEAD >= worth);
  const confidence = worth / (worth + worthOf(otherLanguage(language)) + DOUBT);
  const enough = worth >= LEAST_EVIDENCE && worth >= words.length * LEAST_SHARE_OF_WORDS && latin * 2 > words.length;
  return enough && !foreign && confidence >= LEAST_CONFIDENCE ? { language, confidence } : undefined;
}

function ownersOfWords(): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const [language, list] of Object.entries(FREQUENT)) {
    for (const word of new Set(list.trim().split(/\s+/))) owners.set(word, [...(owners.get(word) ?? []), language]);
  }
  return owners;
}
