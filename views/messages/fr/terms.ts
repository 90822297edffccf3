import type { terms as english } from '../en/terms.ts';

export const terms: typeof english = {
  title: 'Termes',
  insert: (text) => `Insérer « ${text} » à la position du curseur`,
  inserted: (text) => `« ${text} » inséré.`,
  none: (place) => `Il n’y a pas de terme ${place}.`,
  statuses: { preferred: 'Privilégié', admitted: 'Admis', forbidden: 'À proscrire' },
  add: 'Ajouter un terme',
  inSource: 'Terme dans la source',
  inTarget: 'Terme dans la cible',
  status: 'Le terme dans la cible est',
  definition: 'Définition',
  termbase: 'Base terminologique',
  usualTermbase: 'News',
  noTermbase:
    'Il n’y a pas encore de base terminologique où ajouter des termes. Un réviseur peut en créer une, sous Termes.',
  submit: 'Ajouter le terme',
  added: (text) => `« ${text} » est dans la base terminologique.`,
};
