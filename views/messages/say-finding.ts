import type { Found } from '../../memory/checks/check.ts';
import type { checks } from './en/checks.ts';

/** What a check has found, as a sentence. */
export function sayFinding(
  { says, about = [], has = '' }: Pick<Found, 'says' | 'about' | 'has'>,
  messages: { readonly checks: typeof checks },
): string {
  return messages.checks.sayings[says](about, has);
}
