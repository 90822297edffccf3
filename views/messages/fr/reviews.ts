import type { reviews as english } from '../en/reviews.ts';
import { format } from './formats.ts';

export const reviews: typeof english = {
  title: 'Révisions',
  lead: 'Articles alignés qui ne sont pas encore enregistrés, ou pas entièrement. On peut quitter chacun et y revenir.',
  empty: 'Aucune révision en cours',
  emptyText:
    'Apportez les deux versions d’un article : leurs phrases sont alignées, et vous décidez de ce qui entre dans la mémoire.',
  article: 'Article',
  memory: 'Mémoire',
  decided: 'Décidées',
  progress: (done, all) => `${format.number(done)} sur ${format.counted(all, 'correspondance', 'correspondances')}`,
  state: 'État',
  states: { open: 'En cours', finished: 'Enregistrée' },
  changed: 'Dernière modification',
  remove: 'Supprimer',
  removeText: 'La révision disparaît avec tout ce qui y a été décidé. Ce qu’elle a enregistré dans la mémoire reste.',
  removeDo: 'Supprimer la révision',
  untitled: (id) => `Révision ${format.number(id)}`,
  opening: 'Ouverture de la révision…',
  noScript:
    'La révision a besoin d’un script. Autorisez les scripts pour cette adresse, ou enregistrez l’article tout de suite depuis la page d’import.',
};
