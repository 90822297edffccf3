import type { InterfaceLanguage } from '../language.ts';
import { checks } from './checks.ts';
import { comments } from './comments.ts';
import { errors, tellError } from './errors.ts';
import { filtering } from './filtering.ts';
import { format } from './formats.ts';
import { keys } from './keys.ts';
import { news } from './news.ts';
import { search } from './search.ts';
import { segments } from './segments.ts';
import { shared } from './shared.ts';
import { suggestions } from './suggestions.ts';
import { terms } from './terms.ts';
import { unit } from './unit.ts';
import { versions } from './versions.ts';
import { workplace } from './workplace.ts';

/** All that the editor says, in English. */
export const editor = {
  language: 'en' as InterfaceLanguage,
  format,
  shared,
  comments,
  errors,
  tellError,
  checks,
  keys,
  news,
  filtering,
  search,
  segments,
  suggestions,
  terms,
  unit,
  versions,
  workplace,
};
