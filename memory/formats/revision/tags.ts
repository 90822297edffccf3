import type { InlineCode, InlineContent } from '../../model/inline.ts';
import { canonicalContent, isCode } from '../../model/inline.ts';

/** A code as a reviser without a CAT tool sees it: `{1}` begins it, `{/1}` ends it, `{1/}` stands alone. */
function tagOf({ form, id }: InlineCode): string {
  const safe = id.replaceAll(/[{}]/g, '');
  if (form === 'open') return `{${safe}}`;
  return form === 'close' ? `{/${safe}}` : `{${safe}/}`;
}

/** A content as pieces of text, and codes as tags. */
export function withTags(content: InlineContent): readonly { readonly text: string; readonly isTag: boolean }[] {
  return content.map((part) => (isCode(part) ? { text: tagOf(part), isTag: true } : { text: part, isTag: false }));
}

/** The text of a content with its tags. */
export function taggedText(content: InlineContent): string {
  return withTags(content)
    .map(({ text }) => text)
    .join('');
}

/** A text that was written with tags, as content. @param known the contents whose codes the tags stand for */
export function withoutTags(text: string, known: readonly InlineContent[]): InlineContent {
  const codes = new Map(known.flatMap((content) => content.filter(isCode)).map((code) => [tagOf(code), code]));
  const parts = text.split(/(\{[^{}]*\})/);
  return canonicalContent(parts.map((part) => codes.get(part) ?? part));
}
