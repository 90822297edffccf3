import type { Session } from '../session.ts';
import type { Command } from './command.ts';

const SWITCH = '.document-switch';

/** Opens the list of the project’s documents, in which the arrows go up and down and Escape leads back. */
export const documents: Command = (session) => {
  const list = document.querySelector<HTMLDetailsElement>(`${SWITCH} details`);
  if (list === null) return session.announce(session.messages.news.onlyDocument);
  list.open = true;
  const links = [...list.querySelectorAll('a')];
  const current = links.find((link) => link.hasAttribute('aria-current'));
  current?.focus();
  list.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const place = links.findIndex((link) => link.matches(':focus'));
    if (step !== undefined) links[(place + step + links.length) % links.length]?.focus();
    else if (event.key === 'Escape') close(session, list);
    else return;
    event.preventDefault();
  };
};

export const nextDocument: Command = (session) => follow(session, 'next');

export const previousDocument: Command = (session) => follow(session, 'prev');

/** What was written is sent on leaving the page. */
function follow(session: Session, rel: 'next' | 'prev'): void {
  const link = document.querySelector<HTMLAnchorElement>(`${SWITCH} a[rel="${rel}"]`);
  const { lastDocument, firstDocument } = session.messages.news;
  if (link === null) session.announce(rel === 'next' ? lastDocument : firstDocument);
  else link.click();
}

function close(session: Session, list: HTMLDetailsElement): void {
  list.open = false;
  session.target?.view.focus();
}
