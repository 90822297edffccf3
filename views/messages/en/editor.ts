import type { InterfaceLanguage } from '../language.ts';
import { format } from './formats.ts';
import { shared } from './shared.ts';

/** All that the editor says, in English. */
export const editor = {
  language: 'en' as InterfaceLanguage,
  format,
  shared,
};
