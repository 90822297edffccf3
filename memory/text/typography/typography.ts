import type { LanguageTag } from '../../model/language.ts';
import { applyEdits, type TextEdit } from '../edit.ts';
import { isProtected, protectedSpans } from './protected.ts';
import { apostropheEdits, quoteEdits } from './quotes.ts';
import { spacingEdits } from './spacing.ts';
import { defaultStyle, type TypographyStyle } from './style.ts';

/** A change that a style asks for, and which of its rules does. */
export interface TypographyEdit extends TextEdit {
  readonly rule: 'spacing' | 'apostrophe' | 'quotation';
}

/**
 * What a text has to change to follow a house style, in order and without overlaps. Addresses, times and code are
 * left alone.
 */
export function typographyEdits(text: string, style: TypographyStyle): readonly TypographyEdit[] {
  if (!/["':;!?«»]/.test(text)) return [];
  const spans = protectedSpans(text);
  const isFree = (at: number) => !isProtected(spans, at);
  const quotes = quoteEdits(text, style, isFree);
  const opening = new Map(quotes.map(({ start }, index) => [start, index % 2 === 0]));
  const edits: TypographyEdit[] = [
    ...spacingEdits(text, style, isFree, (at) => opening.get(at)).map((edit) => ({
      ...edit,
      rule: 'spacing' as const,
    })),
    ...apostropheEdits(text, style, isFree).map((edit) => ({ ...edit, rule: 'apostrophe' as const })),
    ...quotes.map((edit) => ({ ...edit, rule: 'quotation' as const })),
  ];
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The text in a house style; the language's own where none is given. Applying it twice changes nothing more. */
export function applyTypography(text: string, tag: LanguageTag, style: TypographyStyle = defaultStyle(tag)): string {
  return applyEdits(text, typographyEdits(text, style));
}
