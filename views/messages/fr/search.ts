import type { search as english } from '../en/search.ts';
import { format } from './formats.ts';

export const search: typeof english = {
  title: 'Concordance',
  text: 'Chercher dans les mémoires',
  submit: 'Chercher',
  back: 'Revenir aux suggestions',
  ask: 'Sélectionnez des mots dans la source ou la cible, ou écrivez-les ici.',
  looking: 'Recherche…',
  found: (count) => format.counted(count, 'unité la contient', 'unités la contiennent'),
  foundAtLeast: (count) => `Au moins ${format.counted(count, 'unité la contient', 'unités la contiennent')}`,
  inAnyForm: (found) => `Pas comme expression. Comme mots, sous toutes leurs formes : ${found}`,
  none: 'Aucune unité n’a tous ces mots.',
  failed: 'Les mémoires n’ont pas pu être parcourues',
  unreachable: 'Le serveur n’a pas répondu.',
  insert: (place) => `Insérer ce qui est sélectionné du résultat ${place}, sinon le tout`,
  insertTip: 'Insérer ce qui est sélectionné, sinon le tout',
  part: (place) =>
    `Traduction du résultat ${place}. Sélectionnez-en une partie avec Maj et les flèches ; Entrée l’insère.`,
};
