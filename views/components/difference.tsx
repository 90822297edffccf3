import type { VNode } from 'preact';
import type { DiffPart } from '../../memory/model/match.ts';

interface DifferenceProps {
  readonly parts: readonly DiffPart[];
  readonly language: string;
}

/** A word difference: struck out what only the first text has, underlined what only the second has. */
export function Difference({ parts, language }: DifferenceProps): VNode {
  return (
    <p class="text difference" lang={language} dir="auto">
      {parts.map(({ op, text }) => {
        if (op === 'delete') return <del>{text}</del>;
        return op === 'insert' ? <ins>{text}</ins> : text;
      })}
    </p>
  );
}
