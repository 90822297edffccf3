import type { suggestions as english } from '../en/suggestions.ts';
import { databasesNamed } from '../french-databases.ts';
import { format } from './formats.ts';
import { shared } from './shared.ts';

const warned = { negation: 'Négation', number: 'Nombre', date: 'Date', name: 'Nom' } as const;

export const suggestions: typeof english = {
  title: 'Suggestions',
  forSegment: (number) => ` pour le segment ${number}`,
  tiers: {
    matches: 'Correspondances',
    related: 'Sens proche',
    fragments: 'Fragments',
    file: 'Du fichier',
    machine: 'Traduction automatique',
  },
  missing: 'Une partie des mémoires est inaccessible',
  notAmong: (databases) => `Ce que contient ${databasesNamed(databases)} ne figure pas dans ce qui est affiché.`,
  kinds: { context: 'même contexte', exact: 'exacte', adapted: 'adaptée', fuzzy: 'partielle' },
  insert: 'Insérer ; d’une phrase, ce qui en est sélectionné',
  insertFragment: (place, translation) =>
    `Insérer la suggestion ${place}, « ${translation} », à la position du curseur`,
  insertNumber: (place) => `Insérer la suggestion ${place}`,
  part: (place) =>
    `Traduction de la suggestion ${place}. Sélectionnez-en une partie avec Maj et les flèches ; Entrée l’insère.`,
  machine: {
    ask: (engine) => `Faire traduire par ${engine}`,
    asked: (engine) => `${engine} traduit…`,
    hint: 'Envoie le segment au service, avec le précédent pour contexte',
    cost: (characters) => `coûte ${format.counted(characters, 'caractère', 'caractères')}`,
    failed: (engine) => `${engine} n’a pas donné de traduction`,
    unseen: 'Par une machine : personne ne l’a relue, et rien n’en est enregistré sans votre confirmation.',
  },
  whyRate: 'Pourquoi ce taux',
  about: 'À propos de cette phrase',
  unit: (id, memory, status, changed) =>
    `Unité ${id} de ${memory}, ${shared.unitStatuses[status]}, modifiée le ${changed}.`,
  textsAlone: 'Textes seuls',
  rate: 'Taux',
  penalties: {
    memory: 'cette mémoire compte moins',
    alignment: 'les phrases ont été appariées par le programme, sans relecture',
    machine: 'traduction automatique',
    reverse: 'la traduction enregistrée va dans l’autre sens',
    draft: 'personne ne l’a confirmée',
    age: 'elle est ancienne',
    codes: 'les balises diffèrent',
  },
  adapted: 'Adapté :',
  warning: ({ kind, inQuery, inStored }) => {
    if (inStored.length === 0)
      return `${warned[kind]} : ${format.quoted(inQuery)} ne figure pas dans l’unité enregistrée.`;
    if (inQuery.length === 0)
      return `${warned[kind]} : ${format.quoted(inStored)} figure seulement dans l’unité enregistrée.`;
    return `${warned[kind]} : ici ${format.quoted(inQuery)}, dans l’unité enregistrée ${format.quoted(inStored)}.`;
  },
  failed: 'Les suggestions n’ont pas pu être obtenues',
  looking: 'Recherche du segment…',
  none: 'Les mémoires ne contiennent encore rien de semblable. Ce que vous confirmez ici sera retrouvé la prochaine fois.',
};
