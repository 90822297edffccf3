import type { reading as english } from '../en/reading.ts';

export const reading: typeof english = {
  open: 'Vue de lecture',
  title: (document) => `${document} – vue de lecture`,
  back: 'Vers l’éditeur',
  both: 'Les deux',
  translation: 'Traduction seule',
  original: 'Original',
  untranslated: 'Pas encore traduit',
  draft: 'Brouillon',
  goTo: (number) => `Segment ${number}, dans l’éditeur`,
  print: 'Pour imprimer, utilisez votre navigateur : seul le texte va sur le papier.',
};
