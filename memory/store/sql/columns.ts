import { CalqueError } from '../../model/errors.ts';
import { canonicalContent, contentText, type InlineContent } from '../../model/inline.ts';
import type { Instant } from '../../model/unit.ts';

/** The first is told faster, and is true of every text that the second is true of. */
const HALF_OF_A_PAIR = /[\ud800-\udfff]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const NUL = '\0';

/** Content as two columns: its text, and the whole as JSON only where the text is not all of it. */
interface ContentColumns {
  readonly text: string;
  readonly content: string | null;
}

export function contentColumns(parts: InlineContent): ContentColumns {
  const [only] = parts;
  // Nearly all contents are this, and an import asks of each.
  if (parts.length === 1 && typeof only === 'string' && !HALF_OF_A_PAIR.test(only) && !only.includes(NUL))
    return { text: only, content: null };
  const content = canonicalContent(parts);
  const text = contentText(content);
  // Engines store UTF-8, which has no lone surrogates, and not all of them a NUL; JSON escapes both, so the content comes
  // back as it was.
  const textIsAll = content.every((part) => part === text) && !LONE_SURROGATE.test(text) && !text.includes(NUL);
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
