import type { comments as english } from '../en/comments.ts';
import { format } from './formats.ts';

export const comments: typeof english = {
  open: (count, unread) => {
    if (count === 0) return 'Commenter';
    const all = format.counted(count, 'commentaire', 'commentaires');
    return unread === 0 ? all : `${all}, ${format.counted(unread, 'non lu', 'non lus')}`;
  },
  title: (number) => `Commentaires sur le segment ${number}`,
  by: (person, moment) => `${person}, ${moment}`,
  none: 'Personne n’a encore rien dit.',
  write: 'Commentaire',
  unread: 'Nouveau',
  hint: 'Il ne fait pas partie de la traduction. @nom s’adresse à quelqu’un.',
  people: 'À qui l’on s’adresse',
  offered: (count) => `${format.counted(count, 'nom', 'noms')} : les flèches choisissent, Entrée insère.`,
  submit: 'Ajouter',
  remove: 'Supprimer',
  added: 'Le commentaire a été ajouté.',
  removed: 'Le commentaire a été supprimé.',
};
