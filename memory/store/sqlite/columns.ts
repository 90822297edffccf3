import { CalqueError } from '../../model/errors.ts';
import { canonicalContent, contentText, type InlineContent } from '../../model/inline.ts';
import type { Instant } from '../../model/unit.ts';

/** Content as two columns: its text, and the whole as JSON only where the text is not all of it. */
interface ContentColumns {
  readonly text: string;
  readonly content: string | null;
}

export function contentColumns(parts: InlineContent): ContentColumns {
  const content = canonicalContent(parts);
  const text = contentText(content);
  // SQLite stores UTF-8, which has no lone surrogates; JSON escapes them, so the content comes back as it was.
  const textIsAll = content.every((part) => part === text) && !/\p{Surrogate}/u.test(text);
  return { text, content: textIsAll ? null : JSON.stringify(content) };
}

export function contentOf(text: string, content: string | null): InlineContent {
  if (content !== null) return JSON.parse(content) as InlineContent;
  return text === '' ? [] : [text];
}

/**
 * A moment as milliseconds since 1970.
 * @throws CalqueError `bad-request` for a text that is no moment
 */
export function toMilliseconds(instant: Instant, where = 'at'): number {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) {
    throw new CalqueError('bad-request', `“${instant.slice(0, 40)}” is not a date and time.`, { where });
  }
  return milliseconds;
}

export function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}
