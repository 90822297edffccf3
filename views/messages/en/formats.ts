import { formatsIn } from '../formats.ts';

export const format = formatsIn('en');
