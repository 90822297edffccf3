import type { checks as english } from '../en/checks.ts';
import { format } from './formats.ts';

const MARKS: Readonly<Record<string, string>> = {
  '.': 'un point',
  '!': 'un point d’exclamation',
  '?': 'un point d’interrogation',
  '…': 'des points de suspension',
  ':': 'un deux-points',
};
const mark = (sign: string) => MARKS[sign] ?? `« ${sign} »`;

const CURRENCIES: Readonly<Record<string, string>> = {
  dollar: 'dollars',
  euro: 'euros',
  pound: 'livres',
  yen: 'yens',
  rupee: 'roupies',
  rouble: 'roubles',
  franc: 'francs',
};
const currency = (name: string) => CURRENCIES[name] ?? name;
const { form, list, quoted } = format;

const sayings: typeof english.sayings = {
  'no-translation': () => 'Il n’y a pas encore de traduction.',
  'code-missing': (about) =>
    `${form(about.length, 'Balise de la source absente', 'Balises de la source absentes')} : ${quoted(about)}.`,
  'code-added': (about) =>
    `${form(about.length, 'Balise que la source n’a pas', 'Balises que la source n’a pas')} : ${quoted(about)}.`,
  'code-misplaced': (about) => `La balise fermante ${quoted(about)} n’est pas à sa place.`,
  identical: () => 'La traduction est identique à la source.',
  'unedited-match': ([rate]) => `C’est une correspondance à ${rate} %, telle qu’elle a été enregistrée.`,
  'unedited-related': () => 'C’est une phrase proche, telle qu’elle a été enregistrée.',
  'number-missing': (about) => `${form(about.length, 'Nombre absent', 'Nombres absents')} : ${quoted(about)}.`,
  'number-added': (about) => `Le nombre ${quoted(about)} n’est pas dans la source.`,
  'number-differs': (about, has) => `La source indique le nombre ${quoted(about)}, la traduction « ${has} ».`,
  'number-format': (about) => `Un nombre ne s’écrit pas ainsi dans cette langue : ${quoted(about)}.`,
  'date-missing': (about) => `${form(about.length, 'Date absente', 'Dates absentes')} : ${quoted(about)}.`,
  'date-differs': (about, has) =>
    `${form(about.length, 'Date absente', 'Dates absentes')} : ${quoted(about)}. La traduction indique « ${has} ».`,
  'time-missing': (about) => `${form(about.length, 'Heure absente', 'Heures absentes')} : ${quoted(about)}.`,
  'time-differs': (about, has) =>
    `${form(about.length, 'Heure absente', 'Heures absentes')} : ${quoted(about)}. La traduction indique « ${has} ».`,
  'currency-differs': (about, has) =>
    `La source compte en ${list(about.map(currency))}, la traduction en ${currency(has)}.`,
  'name-missing': (about) => `${form(about.length, 'Nom absent', 'Noms absents')} : ${quoted(about)}.`,
  'negation-lost': (about) => `La source dit ${quoted(about)} ; la traduction n’a pas de négation.`,
  'negation-added': (about) => `La traduction dit ${quoted(about)} ; la source n’a pas de négation.`,
  'not-translated': (about) => `Non traduit : ${quoted(about)}.`,
  'repeated-word': (about) => `Mot répété : ${quoted(about)}.`,
  'no-other-half': (about) => `Il manque le signe qui va avec ${quoted(about)}.`,
  'end-mark-added': (_, has) => `La traduction se termine par ${mark(has)}, pas la source.`,
  'end-mark-lost': ([wanted = '']) => `La source se termine par ${mark(wanted)}, la traduction n’a rien.`,
  'end-mark-differs': ([wanted = ''], has) =>
    `La source se termine par ${mark(wanted)}, la traduction par ${mark(has)}.`,
  'space-at-start': () => 'Il y a une espace au début.',
  'space-at-end': () => 'Il y a une espace à la fin.',
  'several-spaces': () => 'Il y a plusieurs espaces de suite.',
  'space-wanted': (about) => `Il faut une espace insécable avec ${quoted(about)}.`,
  'space-unwanted': (about) => `Il ne faut pas d’espace avant ${quoted(about)}.`,
  'straight-apostrophe': () => 'L’apostrophe est droite.',
  'straight-quotes': () => 'Les guillemets sont droits.',
  'bare-capital': (about) => `Les majuscules s’accentuent aussi : ${quoted(about)}.`,
  ligature: (about) => `« œ » est une seule lettre : ${quoted(about)}.`,
  'too-long': () => 'La traduction est bien plus longue que la source.',
  'translated-differently': (about) => `La même source est traduite ailleurs par ${quoted(about)}.`,
  'too-short': () => 'La traduction est bien plus courte que la source.',
  'term-forbidden': (about) => `La base terminologique proscrit ${quoted(about)}.`,
  'term-missing': (about, has) => `Pour « ${has} », la base terminologique donne ${quoted(about)}.`,
};

const fixes: typeof english.fixes = {
  change: (to) => `Remplacer par ${to}`,
  remove: () => 'Supprimer',
  'remove-one': () => 'En supprimer un',
  'leave-one': () => 'En garder une',
  'set-spaces': () => 'Corriger les espaces',
};

const titles: typeof english.titles = {
  empty: 'Pas de traduction',
  'codes-missing': 'Balises absentes',
  'codes-added': 'Balises que la source n’a pas',
  'codes-order': 'Balises en désordre',
  identical: 'Identique à la source',
  'unedited-match': 'Correspondance partielle non retouchée',
  numbers: 'Nombres qui diffèrent',
  'number-format': 'Nombres écrits comme dans la source',
  dates: 'Dates qui diffèrent',
  times: 'Heures qui diffèrent',
  currencies: 'Monnaies qui diffèrent',
  names: 'Noms perdus',
  negation: 'Négation ajoutée ou perdue',
  'term-forbidden': 'Termes proscrits',
  'term-missing': 'Termes traduits autrement que dans la base terminologique',
  untranslated: 'Mots non traduits',
  'repeated-word': 'Mots répétés',
  brackets: 'Parenthèses ou crochets dépareillés',
  'quotation-marks': 'Guillemets dépareillés',
  'end-mark': 'Ponctuation finale différente',
  'edge-spaces': 'Espaces au début ou à la fin',
  'double-spaces': 'Plusieurs espaces de suite',
  'mark-spacing': 'Espaces avant la ponctuation haute et dans les guillemets',
  'straight-apostrophes': 'Apostrophes droites',
  'straight-quotes': 'Guillemets droits',
  'bare-capitals': 'Majuscules sans leur accent',
  ligatures: '« oe » au lieu de « œ »',
  consistency: 'Même source traduite autrement',
  length: 'Longueur disproportionnée',
};

export const checks: typeof english = {
  sayings,
  fixes,
  titles,
  severities: { error: 'Erreur', warning: 'Avertissement' },
};
