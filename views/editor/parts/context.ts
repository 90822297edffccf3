import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type { EditorMessages } from '../../messages/editor.ts';
import type { Binding, CommandName } from '../keys/bindings.ts';
import { keysOf } from '../keys/find.ts';
import type { Session } from '../session.ts';
import type { EditorState } from '../state/state.ts';

/** What every part of the editor may need. */
export interface Surroundings {
  readonly session: Session;
  /** The keys are those of a Mac. */
  readonly mac: boolean;
  /** The nonce for style elements made while the page runs. */
  readonly nonce: string;
  readonly messages: EditorMessages;
  /** The keys as this person has them. */
  readonly bindings: readonly Binding[];
}

const Context = createContext<Surroundings | undefined>(undefined);

export const SurroundingsProvider = Context.Provider;

export function useSurroundings(): Surroundings {
  const surroundings = useContext(Context);
  if (surroundings === undefined) throw new Error('This part stands outside the editor.');
  return surroundings;
}

/** The state, drawn anew whenever it changes. For the root alone; parts are given what they show. */
export function useSessionState(session: Session): EditorState {
  const [state, setState] = useState(session.state());
  useEffect(() => {
    setState(session.state());
    return session.subscribe(() => setState(session.state()));
  }, [session]);
  return state;
}

/** A tooltip: what it does and by which keys. */
export function useTooltip(): (text: string, command: CommandName, place?: number) => string {
  const { mac, messages, bindings } = useSurroundings();
  return useCallback(
    (text, command, place) => `${text} (${keysOf(command, mac, messages.keys.names, place, bindings)})`,
    [mac, messages, bindings],
  );
}
