import type { unitFilters as english } from '../en/unit-filters.ts';
import { format } from './formats.ts';

export const unitFilters: typeof english = {
  title: 'Filtres',
  set: (count) => `Filtres (${format.counted(count, 'posé', 'posés')})`,
  any: 'Indifférent',
  memory: 'Mémoire',
  text: 'D’un côté ou de l’autre',
  fr: 'Dans le français',
  en: 'Dans l’anglais',
  status: 'État',
  origin: 'Origine',
  flagged: 'Signalement',
  flags: { yes: 'Signalées', no: 'Non signalées' },
  originalLanguage: 'Original en',
  publication: 'Publication',
  translator: 'Traducteur',
  partHint: 'Une partie du nom suffit.',
  publishedFrom: 'Publié à partir de',
  publishedTo: 'Publié jusqu’à',
  changedFrom: 'Unité modifiée à partir de',
  changedTo: 'Unité modifiée jusqu’à',
  dateHint: '2021-11-25, 2021-11 ou 2021',
  wrongDate: (field) => `« ${field} » n’est pas une date. Écrivez 2021-11-25, 2021-11 ou 2021.`,
};
