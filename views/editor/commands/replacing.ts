import type { Hit } from '../replacing/find.ts';
import type { Session } from '../session.ts';
import type { Command } from './command.ts';

export const replace: Command = (session) => session.dispatch({ type: 'dialogChanged', dialog: 'replace' });

/** Makes the replacements, as one step that can be taken back. */
export function replaceAll(session: Session, hits: readonly Hit[]): void {
  const edits = hits.map(({ row, replaced }) => ({
    index: row.index,
    target: replaced,
    // A target that a person changed is theirs, as far as it was taken from anywhere.
    source: row.source.origin === undefined ? {} : { origin: row.source.origin },
  }));
  session.changeTogether('replaced', edits);
  session.announce(session.messages.news.replaced(edits.length));
}
