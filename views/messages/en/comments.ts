import { format } from './formats.ts';

/** What is said about segments. */
export const comments = {
  open: (count: number, unread: number) => {
    if (count === 0) return 'Comment';
    const all = format.counted(count, 'comment', 'comments');
    return unread === 0 ? all : `${all}, ${format.number(unread)} unread`;
  },
  title: (number: number) => `Comments on segment ${number}`,
  by: (person: string, moment: string) => `${person}, ${moment}`,
  none: 'Nobody has said anything yet.',
  write: 'Comment',
  unread: 'New',
  hint: 'It is no part of the translation. @name speaks to somebody.',
  people: 'Who is spoken to',
  offered: (count: number) => `${format.counted(count, 'name', 'names')}: the arrows choose, Enter takes.`,
  submit: 'Add',
  remove: 'Delete',
  added: 'The comment was added.',
  removed: 'The comment was deleted.',
};
