import type { VNode } from 'preact';
import type { PageContext } from '../assets.ts';

/** The field that tells one submit of a form from another of the same. */
export const REQUEST_KEY = 'requestKey';

/** Makes what a form asks for happen once, however often its button is pressed. */
export function RequestKey({ context }: { readonly context: PageContext }): VNode {
  return <input type="hidden" name={REQUEST_KEY} value={context.requestKey} />;
}
