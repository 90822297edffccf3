import type { apiDocs as english } from '../en/api-docs.ts';
import { format } from './formats.ts';

export const apiDocs: typeof english = {
  title: 'API',
  lead: 'Toutes les opérations de ce serveur, chacune avec un exemple ; leurs descriptions sont en anglais. Les erreurs sont au format problem+json, avec un code qui ne change pas.',
  openApi: 'La même chose en OpenAPI 3.1',
  contents: 'Domaines',
  areas: {
    search: 'Recherche et concordance',
    memories: 'Mémoires, unités, documents',
    termbases: 'Bases terminologiques, termes',
    files: 'Fichiers à l’entrée et à la sortie',
    reviews: 'Relectures',
    projects: 'Projets',
    segments: 'Segments et commentaires',
    jobs: 'Tâches',
    accounts: 'Personnes, droits, clés, journal d’audit',
    live: 'Événements et présence',
    server: 'Le serveur',
  },
  schemas: 'Formes communes',
  parameters: 'Paramètres',
  places: { path: 'dans le chemin', query: 'dans la requête', header: 'en-tête' },
  body: 'Corps (JSON)',
  fileBody: 'Corps : le fichier lui-même, de l’un de ces types',
  answer: (status) => `Réponse : ${status}`,
  answerTypes: 'Envoyée sous l’un de ces types',
  noContent: 'Sans contenu.',
  lines: 'Chaque ligne',
  events: 'Événements',
  errors: 'Erreurs',
  rights: {
    title: 'Qui le peut',
    anyone: 'Tout le monde, sans connexion.',
    role: (role: string) => `Là où il y a des comptes : ${role}`,
    within: (thing: string) => `à l’endroit dont relève ${thing} que nomme`,
    things: {
      memory: 'la mémoire',
      memories: 'chacune des mémoires',
      'memory name': 'la mémoire, par son nom,',
      unit: 'l’unité',
      document: 'le document',
      project: 'le projet',
      'project document': 'le document d’un projet',
      'project memories': 'chacune des mémoires',
      segment: 'le segment',
      comment: 'le commentaire',
      review: 'la révision',
      batch: 'la modification groupée',
      candidate: 'le candidat',
      job: 'la tâche, sauf la sienne,',
      person: 'la personne, sauf soi-même,',
      key: 'la clé, sauf la sienne,',
      session: 'la session, sauf la sienne,',
    },
    otherwise: {
      house: (named: boolean) => (named ? 'dans la maison, si rien n’est nommé' : 'dans la maison'),
      everywhere: (named: boolean) =>
        named ? 'dans la maison et dans chaque mémoire, si rien n’est nommé' : 'dans la maison et dans chaque mémoire',
      permitted: (named: boolean) =>
        named
          ? 'partout où on l’est, si rien n’est nommé ; le reste est omis'
          : 'partout où on l’est ; le reste est omis',
      own: (_named: boolean) => 'pour ce qui est à soi, quiconque est connecté',
    },
    andInHouse: 'et dans la maison aussi',
  },
  example: 'Exemple',
  needed: 'obligatoire',
  optional: 'peut manquer',
  usual: 'En son absence :',
  or: ' ou ',
  types: {
    text: 'texte',
    integer: 'nombre entier',
    number: 'nombre',
    boolean: 'vrai ou faux (true, false)',
    any: 'n’importe quoi',
    object: 'objet',
    list: 'liste, chaque élément :',
    emptyList: 'liste vide',
  },
  ranges: {
    value: { between: between(''), from: from(''), upTo: upTo('') },
    length: { between: between(' caractères'), from: from(' caractères'), upTo: upTo(' caractères') },
    entries: { between: between(' éléments'), from: from(' éléments'), upTo: upTo(' éléments') },
  },
  copy: 'Copier',
  copied: 'Copié.',
  notCopied: 'Rien n’a été copié : sélectionnez la ligne et copiez-la vous-même.',
  attempt: 'Essayer',
  real: 'L’opération est réellement faite, sur ce que contient ce serveur.',
  file: 'Fichier',
  send: 'Envoyer',
  sending: 'Envoi…',
  unreachable: 'Le serveur n’a pas répondu.',
  cut: 'Seul le début est affiché.',
  received: 'Ce qui a été répondu',
};

function between(unit: string) {
  return (least: number, most: number) => `de ${format.number(least)} à ${format.number(most)}${unit}`;
}

function from(unit: string) {
  return (least: number) => `au moins ${format.number(least)}${unit}`;
}

function upTo(unit: string) {
  return (most: number) => `au plus ${format.number(most)}${unit}`;
}
