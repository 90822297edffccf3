import { format } from './formats.ts';

/** What is said about segments. */
export const comments = {
  open: (count: number) => (count === 0 ? 'Comment' : format.counted(count, 'comment', 'comments')),
  title: (number: number) => `Comments on segment ${number}`,
  by: (person: string, moment: string) => `${person}, ${moment}`,
  none: 'Nobody has said anything yet.',
  write: 'Comment',
  hint: 'It is no part of the translation. @name speaks to somebody.',
  submit: 'Add',
  remove: 'Delete',
  added: 'The comment was added.',
  removed: 'The comment was deleted.',
};
