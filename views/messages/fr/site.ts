import type { site as english } from '../en/site.ts';

export const site: typeof english = {
  skip: 'Aller au contenu',
  navigation: 'Principale',
  sections: {
    projects: 'Projets',
    memories: 'Mémoires',
    termbases: 'Termes',
    concordance: 'Concordance',
    import: 'Importer',
    jobs: 'Tâches',
    settings: 'Réglages',
    api: 'API',
    administration: 'Administration',
  },
  theme: {
    legend: 'Apparence',
    system: 'Claire ou sombre, comme le système',
    light: 'Claire',
    dark: 'Sombre',
  },
  otherLanguage: { code: 'en', name: 'English' },
  toProjects: 'Aux projets',
};
