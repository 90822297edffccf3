import type { LanguageTag } from '../../model/language.ts';
import { languageOf } from '../../model/language.ts';
import { opens, quotePair } from './quotes.ts';
import { defaultStyle, NARROW, NO_BREAK, spaceOf, type TypographyStyle } from './style.ts';

/** What takes the place of a character just typed. */
export interface TypingEdit {
  /** How many UTF-16 units before the cursor make way, the typed character not counted. */
  readonly remove: number;
  readonly insert: string;
}

/** Someone is writing an address or code: typography would break it. */
const IN_ADDRESS = /(?:\b(?:https?|ftp|mailto|file)|:\/\/\S*|\bwww\.\S*|\S@\S*|`[^`]*|&#?\w*)$/i;
const LONGEST_LOOK_BACK = 200;

/**
 * What the house style makes of a character as it is typed; `undefined` where it stays as it is.
 * @param before what stands before the cursor, as far as it matters: the line, without the typed character
 */
export function typographicEdit(
  before: string,
  typed: string,
  tag: LanguageTag,
  style: TypographyStyle = defaultStyle(tag),
): TypingEdit | undefined {
  const near = before.slice(-LONGEST_LOOK_BACK);
  if (IN_ADDRESS.test(near)) return undefined;
  const edit = editFor(near, typed, style, languageOf(tag) === 'fr');
  return edit === undefined || (edit.remove === 0 && edit.insert === typed) ? undefined : edit;
}

function editFor(before: string, typed: string, style: TypographyStyle, french: boolean): TypingEdit | undefined {
  switch (typed) {
    case "'":
      return style.apostrophes === 'curly' && /\p{L}$/u.test(before) ? { remove: 0, insert: '’' } : undefined;
    case '"':
      return style.quotes === 'as-written' ? undefined : quotation(before, style);
    case '«':
      return { remove: 0, insert: `«${spaceOf(style.insideGuillemets) ?? ''}` };
    case '»':
      return closing(before, '»', spaceOf(style.insideGuillemets));
    case ':':
      // After a digit it may become a time; the space typed next decides.
      return /\d$/.test(before) ? undefined : highMark(before, typed, spaceOf(style.beforeColon));
    case ';':
    case '!':
    case '?':
      return highMark(before, typed, spaceOf(style.beforeHighMarks));
    case ' ':
      return french ? spaceTyped(before, style) : undefined;
    default:
      return undefined;
  }
}

/** A mark that takes a space of its own before it, in the place of one that was typed. */
function highMark(before: string, mark: string, space: string | undefined): TypingEdit | undefined {
  if (space === undefined || !/[^\s([{«“¿¡:;!?][ \u00a0\u202f]?$/u.test(before)) return undefined;
  return closing(before, mark, space);
}

function closing(before: string, mark: string, space: string | undefined): TypingEdit | undefined {
  if (space === undefined || before === '') return undefined;
  const stands = /[ \u00a0\u202f]$/.exec(before)?.[0] ?? '';
  return { remove: stands.length, insert: space + mark };
}

/** Opens a quotation, or closes the one that is open. */
function quotation(before: string, style: TypographyStyle): TypingEdit {
  const { open, close } = quotePair(style);
  const [opening, ending] = style.quotes === 'curly' ? ['“', '”'] : ['«', '»'];
  const isOpen = before.lastIndexOf(opening) > before.lastIndexOf(ending);
  if (isOpen && !/[«“]\s?$/.test(before))
    return closing(before, ending, close.slice(0, -1)) ?? { remove: 0, insert: close };
  return { remove: 0, insert: opens(before.slice(-1)) ? open : '"' };
}

/** The space bar after an opening guillemet adds none; after `14:` it tells that this was no time. */
function spaceTyped(before: string, style: TypographyStyle): TypingEdit | undefined {
  if (/«[\u00a0\u202f]$/.test(before)) return { remove: 0, insert: '' };
  const colon = spaceOf(style.beforeColon);
  if (colon !== NO_BREAK && colon !== NARROW) return undefined;
  return /\d:$/.test(before) ? { remove: 1, insert: `${colon}: ` } : undefined;
}
