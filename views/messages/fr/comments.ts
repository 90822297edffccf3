import type { comments as english } from '../en/comments.ts';
import { format } from './formats.ts';

export const comments: typeof english = {
  open: (count) => (count === 0 ? 'Commenter' : format.counted(count, 'commentaire', 'commentaires')),
  title: (number) => `Commentaires sur le segment ${number}`,
  by: (person, moment) => `${person}, ${moment}`,
  none: 'Personne n’a encore rien dit.',
  write: 'Commentaire',
  hint: 'Il ne fait pas partie de la traduction. @nom s’adresse à quelqu’un.',
  submit: 'Ajouter',
  remove: 'Supprimer',
  added: 'Le commentaire a été ajouté.',
  removed: 'Le commentaire a été supprimé.',
};
