import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { ReviewMessages } from '../../messages/review.ts';
import type { CommandName } from '../keys/bindings.ts';
import { keysOf } from '../keys/find.ts';
import type { Session } from '../session.ts';
import type { PageState } from '../state/state.ts';

/** What every part of the page may need. */
export interface Surroundings {
  readonly session: Session;
  /** The keys are those of a Mac. */
  readonly mac: boolean;
  readonly messages: ReviewMessages;
}

const Context = createContext<Surroundings | undefined>(undefined);

export const SurroundingsProvider = Context.Provider;

export function useSurroundings(): Surroundings {
  const surroundings = useContext(Context);
  if (surroundings === undefined) throw new Error('This part stands outside the review.');
  return surroundings;
}

/** The state, drawn anew whenever it changes. For the root alone; parts are given what they show. */
export function useSessionState(session: Session): PageState {
  const [state, setState] = useState(session.state());
  useEffect(() => {
    setState(session.state());
    return session.subscribe(() => setState(session.state()));
  }, [session]);
  return state;
}

/** A tooltip: what it does and by which keys. */
export function useTooltip(): (command: CommandName) => string {
  const { mac, messages } = useSurroundings();
  return (command) => `${messages.commands[command]} (${keysOf(command, mac, messages.keys.names)})`;
}
