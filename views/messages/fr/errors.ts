import type { ErrorCode } from '../../../memory/model/errors.ts';
import type { errors as english, tellError as tellEnglish } from '../en/errors.ts';
import { sentences as englishSentences } from '../en/sentences.ts';
import { sentenceTeller } from '../sentence-teller.ts';
import { sentences } from './sentences.ts';

export const errors: typeof english = {
  'bad-request': 'La demande n’a pas la forme attendue',
  'not-json': 'Le contenu n’est pas du JSON bien formé',
  'not-signed-in': 'Personne n’est connecté',
  'wrong-password': 'L’adresse ou le mot de passe n’est pas le bon',
  forbidden: 'Vous n’en avez pas le droit',
  'forbidden-origin': 'La demande vient d’un autre site',
  'not-found': 'Il n’y a rien ici',
  'method-not-allowed': 'Cette méthode n’est pas proposée ici',
  'version-conflict': 'Le contenu a changé entre-temps',
  'already-exists': 'Cela existe déjà',
  'last-administrator': 'Il n’y aurait plus d’administrateur',
  locked: 'C’est verrouillé',
  'nothing-to-undo': 'Il n’y a rien à annuler',
  'request-running': 'La requête est encore en cours',
  'precondition-failed': 'L’état n’est plus le même',
  'too-large': 'C’est plus volumineux que ce qui est accepté',
  'unsupported-media-type': 'Ce type de contenu n’est pas accepté ici',
  'key-reused': 'La clé a servi à une autre requête',
  'too-many-requests': 'Trop de requêtes',
  'weak-password': 'Le mot de passe ne convient pas',
  'unknown-language': 'La langue n’est ni le français ni l’anglais',
  'same-language': 'Les deux textes sont dans la même langue',
  'wrong-language': 'Le texte est dans une autre langue que celle indiquée',
  'undetected-language': 'La langue ne se reconnaît pas d’après le texte',
  'empty-text': 'Il n’y a pas de texte',
  'text-too-long': 'Le texte est plus long que ce qui est accepté',
  'line-too-long': 'Une ligne est plus longue que ce qui est accepté',
  'not-text': 'Le fichier n’est pas du texte',
  'not-utf8': 'Le texte n’est pas en UTF-8',
  'unequal-texts': 'Un texte est beaucoup plus long que l’autre',
  'unrelated-texts': 'Les textes ne semblent pas être la traduction l’un de l’autre',
  'impossible-step': 'Cette action est impossible ici',
  'nothing-accepted': 'Aucune correspondance n’a été acceptée',
  'ill-formed-xml': 'Le fichier n’est pas du XML bien formé',
  'ill-formed-file': 'Le fichier n’a pas la forme que demande son type',
  'unsupported-format': 'Ce format de fichier n’est pas lu ici',
  'missing-side': 'Il manque l’une des deux langues',
  'file-unreadable': 'Le fichier ne peut pas être lu',
  'read-only-memory': 'La mémoire est en lecture seule',
  usage: 'La commande a été mal employée',
  'port-taken': 'Le port est déjà pris',
  'bad-configuration': 'Un réglage est faux',
  'newer-database': 'La base de données vient d’une version plus récente de Calque',
  'foreign-database': 'Ce n’est pas une base de données de Calque',
  'unsupported-database': 'Le serveur de base de données n’est d’aucune version que Calque connaît',
  'database-unreachable': 'Le serveur de base de données ne répond pas',
  'database-refused': 'Le serveur de base de données refuse l’accès',
  'read-only-database': 'La base de données n’est pas accessible en écriture',
  'database-busy': 'La base de données est occupée',
  stopping: 'Le serveur va s’arrêter',
  'took-too-long': 'Cela a pris trop de temps',
  'database-full': 'Le disque est plein',
  'sign-in-unavailable': 'Le service de connexion n’a pas répondu',
  'machine-unavailable': 'Le service de traduction automatique n’a pas répondu',
  'job-crashed': 'Le travail s’est interrompu',
  internal: 'Une erreur s’est produite dans Calque',
};

/** What the server puts into its sentences, where French has another word. */
export const words: Readonly<Record<string, string>> = {
  French: 'français',
  English: 'anglais',
  'The text': 'Le texte',
  'The French text': 'Le texte français',
  'The English text': 'Le texte anglais',
  'at most': 'au plus',
  'at least': 'au moins',
  batch: 'lot',
  candidate: 'candidat',
  comment: 'commentaire',
  job: 'tâche',
  memory: 'mémoire',
  project: 'projet',
  review: 'relecture',
  'term entry': 'fiche',
  termbase: 'base terminologique',
  unit: 'unité',
  'a reader': 'de lecteur',
  'a translator': 'de traducteur',
  'a reviewer': 'de réviseur',
  'an administrator': 'd’administrateur',
};

const tellSentence = sentenceTeller(englishSentences, sentences, words);

/** A sentence of the server that French has none for keeps its English, for what it names, behind the kind of fault. */
export function tellBy(tell: (sentence: string) => string | undefined): typeof tellEnglish {
  return (code: ErrorCode | undefined, detail: string) =>
    tell(detail) ?? (code === undefined ? detail : `${errors[code]} (${detail})`);
}

export const tellError = tellBy(tellSentence);
