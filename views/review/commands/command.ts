import type { Hindrance } from '../../../memory/model/hindrance.ts';
import type { Session } from '../session.ts';
import type { OpenPage } from '../state/state.ts';

/** Something a person asks for. */
export type Command = (session: Session) => void;

/** A command on an open review: what it gives is told, a hindrance in its own words. */
export function onReview(
  run: (session: Session, state: OpenPage) => { readonly told: string } | Hindrance | undefined,
): Command {
  return (session) => {
    const state = session.open();
    const outcome = state && run(session, state);
    if (outcome === undefined) return;
    session.announce(typeof outcome === 'string' ? session.messages.hindrances[outcome] : outcome.told);
  };
}
