import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageMessages } from './pages.ts';

const Context = createContext<PageMessages | undefined>(undefined);

export const PageMessagesProvider = Context.Provider;

/** The messages of the page that a part of it stands in. The page itself, which is around its layout, has them in its `context`. */
export function usePageMessages(): PageMessages {
  const messages = useContext(Context);
  if (messages === undefined) throw new Error('This part stands outside a page.');
  return messages;
}
