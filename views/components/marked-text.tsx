import type { VNode } from 'preact';
import type { TextRange } from '../../memory/model/range.ts';

interface MarkedTextProps {
  readonly text: string;
  /** In order and apart from each other. */
  readonly marks: readonly TextRange[];
}

/** A text with stretches of it marked. */
export function MarkedText({ text, marks }: MarkedTextProps): VNode {
  return (
    <>
      {marks.map(({ start, end }, place) => (
        <>
          {text.slice(marks[place - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
}
