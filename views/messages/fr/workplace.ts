import type { workplace as english } from '../en/workplace.ts';

export const workplace: typeof english = {
  projects: 'Projets',
  export: 'Exporter',
  documentOf: (place, count) => `Document ${place} sur ${count}`,
  nextDocument: 'Document suivant',
  previousDocument: 'Document précédent',
  asOriginal: 'Le fichier d’origine',
  asText: 'Texte',
  opening: 'Ouverture du document…',
  noScript: 'L’éditeur a besoin de JavaScript',
  noScriptText: 'Autorisez-le pour cette page, ou exportez le projet ci-dessus et traduisez-le dans un autre logiciel.',
};
