import type { editor as english } from '../en/editor.ts';
import { format } from './formats.ts';
import { shared } from './shared.ts';

export const editor: typeof english = {
  language: 'fr',
  format,
  shared,
};
