import type { tables as english } from '../en/tables.ts';

export const tables: typeof english = {
  place: (line, column) => (column === undefined ? `Ligne ${line} :` : `Ligne ${line}, colonne ${column} :`),
  mapper: {
    title: 'Contenu des colonnes',
    column: 'Colonne',
    named: 'La première ligne nomme les colonnes.',
    remembered: 'Comme vous l’avez indiqué pour un tableau semblable.',
    failed: 'Impossible d’afficher le tableau ; nommez ses colonnes à partir de la gauche.',
  },
  units: {
    roles: { '-': 'Rien d’utile', fr: 'Français', en: 'Anglais', origin: 'Document d’origine', note: 'Note' },
    missing: 'Indiquez la colonne du français et celle de l’anglais.',
  },
  terms: {
    roles: {
      '-': 'Rien d’utile',
      fr: 'Termes français',
      en: 'Termes anglais',
      'fr status': 'Statut des termes français',
      'en status': 'Statut des termes anglais',
      partOfSpeech: 'Catégorie grammaticale',
      subject: 'Domaine',
      definition: 'Définition',
      note: 'Note',
      source: 'Source',
    },
    missing: 'Indiquez la colonne des termes français ou celle des termes anglais.',
  },
};
