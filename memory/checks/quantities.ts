import type { Language } from '../model/language.ts';
import type { Side } from './check.ts';

/** Words that say a number, with the figures they may stand for in the other language. */
const WORDS: Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>> = {
  fr: table(`zéro=0 aucun=0 aucune=0 un=1 une=1 premier=1 première=1 premiers=1 premières=1 unique=1 seul=1 seule=1
    deux=2 second=2 seconde=2 deuxième=2 double=2 doublé=2 paire=2 couple=2 moitié=2,50 demi=2,5,30,50 demie=5,30
    trois=3 troisième=3 tiers=3 triple=3 trimestre=3 quatre=4 quatrième=4 quart=4,15,25 quarts=4,75 cinq=5 cinquième=5
    six=6 sixième=6 semestre=6 sept=7 septième=7 semaine=7 huit=8 huitième=8 neuf=9 neuvième=9 dix=10 dixième=10
    dizaine=10 dizaines=10 décennie=10 décennies=10 onze=11 onzième=11 douze=12 douzième=12 douzaine=12 midi=12 an=12
    année=12 minuit=0,12 treize=13 treizième=13 quatorze=14 quatorzième=14 quinze=15 quinzième=15 quinzaine=14,15 seize=16
    seizième=16 dix-sept=17 dix-huit=18 dix-neuf=19 vingt=20 vingtaine=20 vingtième=20 trente=30 trentaine=30
    quarante=40 quarantaine=40 cinquante=50 cinquantaine=50 soixante=60 soixantaine=60 heure=60 soixante-dix=70
    quatre-vingt=80 quatre-vingts=80 quatre-vingt-dix=90 cent=100 cents=100 centaine=100 centaines=100 siècle=100
    mille=1000 millier=1000 milliers=1000 million=1000000 millions=1000000 milliard=1000000000 milliards=1000000000`),
  en: table(`zero=0 nil=0 no=0 none=0 one=1 first=1 once=1 single=1 sole=1 two=2 second=2 twice=2 double=2 doubled=2
    pair=2 couple=2 both=2 half=2,5,30,50 three=3 third=3 thirds=3 triple=3 tripled=3 four=4 fourth=4 quarter=3,4,15,25
    quarters=3,4,75 five=5 fifth=5 six=6 sixth=6 seven=7 seventh=7 week=7 eight=8 eighth=8 nine=9 ninth=9 ten=10
    tenth=10 decade=10 decades=10 eleven=11 eleventh=11 twelve=12 twelfth=12 dozen=12 dozens=12 year=12 noon=12
    midday=12 midnight=0,12 thirteen=13 fourteen=14 fortnight=14,15 fifteen=15 sixteen=16 seventeen=17 eighteen=18
    nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 hour=60 seventy=70 eighty=80 ninety=90 hundred=100
    hundreds=100 century=100 thousand=1000 thousands=1000 million=1000000 millions=1000000 billion=1000000000
    billions=1000000000`),
};

/** Words that multiply the number before them, so that its figures tell more than its value. */
const SCALE =
  /^(?:mille|milliers?|m|k|bn|mn|tn|cents?|centaines?|hundreds?|thousands?|mi?lli(?:on|ard)s?|(?:b|tr)illions?)$/;

/** What numbers a text says, in figures or words. */
export interface Quantities {
  /** Whether the text says the number, or may be saying it: 1990 as the 90s; `scaled` 1500000 as 1.5 million. */
  says(value: string, scaled: boolean): boolean;
}

export function quantitiesOf({ tokens, values, language }: Side): Quantities {
  const said = new Set<string>();
  const scalable = new Set<string>();
  for (const value of values) {
    if (value.kind === 'date')
      for (const part of [value.date.day, value.date.month, value.date.year]) said.add(`${part}`);
    if (value.kind === 'time') for (const hour of hours(value.time.hour)) said.add(hour).add(`${value.time.minute}`);
  }
  for (const { kind, norm, text } of tokens) {
    if (kind === 'number') {
      said.add(norm);
      scalable.add(figures(norm));
    } else if (kind === 'word') {
      for (const part of [norm, ...norm.split('-')]) {
        for (const figure of WORDS[language].get(part) ?? []) {
          said.add(figure);
          scalable.add(figures(figure));
        }
      }
      const roman = romanValue(text);
      if (roman !== undefined) said.add(`${roman}`);
      for (const digits of norm.match(/\d+/g) ?? []) said.add(digits);
    }
  }
  return {
    says: (value, scaled) =>
      said.has(value) ||
      said.has(value.replace(/^0+(?=\d)/, '')) ||
      (scaled && scalable.has(figures(value))) ||
      (/^(?:1[89]|20)\d\d$/.test(value) && said.has(value.slice(2))) ||
      (/^\d\d$/.test(value) && (said.has(`19${value}`) || said.has(`20${value}`))),
  };
}

/** Whether a text multiplies its numbers by words (million, k), so that other texts may print them whole. */
export function hasScale({ tokens }: Side): boolean {
  return tokens.some(({ norm }) => SCALE.test(norm));
}

/** The same hour on a clock of twelve and of twenty-four. */
function hours(hour: number): readonly string[] {
  return [`${hour}`, `${(hour + 12) % 24}`, `${hour % 12 || 12}`];
}

/** The figures of a number without the zeros that its scale gives it: 1.5 and 1500000 are 15. */
function figures(value: string): string {
  return value.replace('.', '').replace(/^0+|0+$/g, '');
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** The number in XXI, XXIe; `undefined` for other words. */
function romanValue(word: string): number | undefined {
  const numeral = /^([IVXLC]+)(?:e|er|ème|th|st|nd|rd)?$/.exec(word)?.[1];
  if (numeral === undefined) return undefined;
  const digits = [...numeral].map((letter) => ROMAN[letter] ?? 0);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
}

function table(list: string): ReadonlyMap<string, readonly string[]> {
  const rows = list.trim().split(/\s+/);
  return new Map(rows.map((row) => [row.slice(0, row.indexOf('=')), row.slice(row.indexOf('=') + 1).split(',')]));
}
