import type { VNode } from 'preact';
import type { InlineContent } from '../../../memory/model/inline.ts';
import { contentText, isCode } from '../../../memory/model/inline.ts';
import type { FoundTerm } from '../../../memory/terms/found-term.ts';
import { memo } from '../../components/memo.ts';
import { codeLabel, codeTitle } from '../target/codes.ts';
import { useSurroundings } from './context.ts';

interface ContentProps {
  readonly content: InlineContent;
  readonly language: string;
  readonly class?: string;
  /** Terms that stand in it, to be marked. */
  readonly terms?: readonly FoundTerm[];
}

/** A text with its inline codes, in its language. */
export const Content = memo(
  ({ content, language, class: name = '', terms }: ContentProps): VNode => (
    <p class={`text ${name}`.trim()} lang={language} dir="auto">
      <Pieces content={content} {...(terms && { terms })} />
    </p>
  ),
);

/** Text and inline codes, with nothing around them. */
export function Pieces({ content, terms = [] }: Pick<ContentProps, 'content' | 'terms'>): VNode {
  const { segments } = useSurroundings().messages;
  return (
    <>
      {content.map((part, place) =>
        isCode(part) ? (
          <span key={`${part.form}${part.id}`} class="code" title={codeTitle(part, segments)}>
            {codeLabel(part)}
          </span>
        ) : terms.length === 0 ? (
          part
        ) : (
          marked(part, contentText(content.slice(0, place)).length, terms)
        ),
      )}
    </>
  );
}

/** A piece of the text with what of it is a term, or part of one. @param from where it begins in the text without codes */
function marked(piece: string, from: number, terms: readonly FoundTerm[]): readonly (string | VNode)[] {
  const shown: (string | VNode)[] = [];
  let at = 0;
  const places = terms.flatMap((term) => term.ranges.map((range) => ({ ...range, term })));
  for (const { start, end, term } of places.sort((a, b) => a.start - b.start)) {
    const [first, last] = [Math.max(start - from, at), Math.min(end - from, piece.length)];
    if (first >= last) continue;
    shown.push(
      piece.slice(at, first),
      <span key={start} class="term-mark" title={term.targets.map(({ text }) => text).join(', ')}>
        {piece.slice(first, last)}
      </span>,
    );
    at = last;
  }
  return [...shown, piece.slice(at)];
}
