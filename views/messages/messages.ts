import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { shared } from './en/shared.ts';
import type { Formats } from './formats.ts';
import type { InterfaceLanguage } from './language.ts';

/** What components have to say that stand on pages and in the editor alike. */
export interface SharedMessages {
  readonly language: InterfaceLanguage;
  readonly format: Formats;
  readonly shared: typeof shared;
}

const Context = createContext<SharedMessages | undefined>(undefined);

/** Gives all that is drawn in it a language; a page’s layout and the editor’s root are such. */
export const MessagesProvider = Context.Provider;

/** The messages of the page or editor that a component stands in. */
export function useMessages(): SharedMessages {
  const messages = useContext(Context);
  if (messages === undefined) throw new Error('This component stands outside a page.');
  return messages;
}
