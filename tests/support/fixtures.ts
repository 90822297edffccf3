import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The text of a file in `tests/fixtures/`. */
function fixture(path: string): string {
  return readFileSync(fixturePath(path), 'utf8');
}

export function fixturePath(path: string): string {
  return fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));
}

/** The article pair that the tests have of their own. */
export const HARBOUR = {
  fr: fixture('articles/harbour.fr.txt'),
  en: fixture('articles/harbour.en.txt'),
  /** New coverage of the same story. */
  followUp: fixture('articles/harbour-followup.fr.txt'),
} as const;
