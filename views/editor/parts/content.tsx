import type { VNode } from 'preact';
import type { InlineContent } from '../../../memory/model/inline.ts';
import { isCode } from '../../../memory/model/inline.ts';
import { memo } from '../../components/memo.ts';
import { codeLabel, codeTitle } from '../target/codes.ts';
import { useSurroundings } from './context.ts';

interface ContentProps {
  readonly content: InlineContent;
  readonly language: string;
  readonly class?: string;
}

/** A text with its inline codes, in its language. */
export const Content = memo(
  ({ content, language, class: name = '' }: ContentProps): VNode => (
    <p class={`text ${name}`.trim()} lang={language} dir="auto">
      <Pieces content={content} />
    </p>
  ),
);

/** Text and inline codes, with nothing around them. */
export function Pieces({ content }: Pick<ContentProps, 'content'>): VNode {
  const { segments } = useSurroundings().messages;
  return (
    <>
      {content.map((part) =>
        isCode(part) ? (
          <span key={`${part.form}${part.id}`} class="code" title={codeTitle(part, segments)}>
            {codeLabel(part)}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
