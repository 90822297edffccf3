import type { ErrorCode } from '../../../memory/model/errors.ts';
import type { errors as english, tellError as tellEnglish } from '../en/errors.ts';

export const errors: typeof english = {
  'bad-request': 'La demande n’a pas la forme attendue',
  'not-json': 'Le contenu n’est pas du JSON bien formé',
  'forbidden-origin': 'La demande vient d’un autre site',
  'not-found': 'Il n’y a rien ici',
  'method-not-allowed': 'Cette méthode n’est pas proposée ici',
  'version-conflict': 'Le contenu a changé entre-temps',
  'already-exists': 'Cela existe déjà',
  locked: 'C’est verrouillé',
  'nothing-to-undo': 'Il n’y a rien à annuler',
  'too-large': 'C’est plus volumineux que ce qui est accepté',
  'unsupported-media-type': 'Ce type de contenu n’est pas accepté ici',
  'unknown-language': 'La langue n’est ni le français ni l’anglais',
  'same-language': 'Les deux textes sont dans la même langue',
  'wrong-language': 'Le texte est dans une autre langue que celle indiquée',
  'undetected-language': 'La langue ne se reconnaît pas d’après le texte',
  'empty-text': 'Il n’y a pas de texte',
  'text-too-long': 'Le texte est plus long que ce qui est accepté',
  'line-too-long': 'Une ligne est plus longue que ce qui est accepté',
  'not-text': 'Le fichier n’est pas du texte',
  'not-utf8': 'Le texte n’est pas en UTF-8',
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
  'foreign-database': 'Le fichier n’est pas une base de données de Calque',
  'read-only-database': 'Le dossier des données n’est pas accessible en écriture',
  'database-busy': 'La base de données est occupée',
  'database-full': 'Le disque est plein',
  'machine-unavailable': 'Le service de traduction automatique n’a pas répondu',
  'job-crashed': 'Le travail s’est interrompu',
  internal: 'Une erreur s’est produite dans Calque',
};

/** The server's sentences are English: French says the kind of fault, and keeps the sentence for what it names. */
export const tellError: typeof tellEnglish = (code: ErrorCode | undefined, detail: string): string =>
  code === undefined ? detail : `${errors[code]} (${detail})`;
