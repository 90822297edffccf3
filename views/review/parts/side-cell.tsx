import type { VNode } from 'preact';
import { joined } from '../../../memory/alignment/review/texts.ts';
import type { BitextSentence } from '../../../memory/model/bitext.ts';
import type { BlockKind } from '../../../memory/model/document.ts';
import type { Language } from '../../../memory/model/language.ts';
import { diffTexts } from '../../../memory/text/diff.ts';
import { Difference } from '../../components/difference.tsx';
import { useSurroundings } from './context.ts';
import { SentenceFields } from './sentence-fields.tsx';

interface SideCellProps {
  readonly language: Language;
  /** The sentences of the bead on this side, by their place in the text. */
  readonly places: readonly number[];
  readonly sentences: readonly BitextSentence[];
  /** What was stored before, where the bead is that reworded. */
  readonly before: string | undefined;
  readonly active: boolean;
  readonly editing: boolean;
}

/** One side of a bead, a sentence a line; or the fields in which it is written. */
export function SideCell({ language, places, sentences, before, active, editing }: SideCellProps): VNode {
  const { messages } = useSurroundings();
  const own = places.flatMap((place) => sentences[place] ?? []);
  const text = joined(own);
  return (
    <td
      class={active ? 'bead-side bead-side-active' : 'bead-side'}
      data-side={language}
      tabindex={active && !editing ? 0 : -1}
    >
      {own.length === 0 && <p class="bead-empty">{messages.grid.empty[language]}</p>}
      {editing ? (
        <SentenceFields language={language} places={places} sentences={sentences} />
      ) : (
        own.map((sentence, position) => (
          <p key={places[position]} class="text bead-sentence" lang={language}>
            <BlockMark block={sentence.block} before={own[position - 1]?.block} />
            {sentence.text}
            {sentence.printed !== undefined && <span class="bead-edited"> {messages.grid.edited}</span>}
          </p>
        ))
      )}
      {before !== undefined && before !== text && !editing && (
        <div class="bead-before">
          <span class="small quiet">{messages.marks.before}</span>
          <Difference parts={diffTexts(before, text, language)} language={language} />
        </div>
      )}
    </td>
  );
}

/** What a sentence is there for in its document, where it is more than a paragraph and not what the one before it was. */
function BlockMark({
  block,
  before,
}: {
  readonly block: BlockKind | undefined;
  readonly before: BlockKind | undefined;
}): VNode | null {
  const { messages } = useSurroundings();
  if (block === undefined || block === 'paragraph' || block === before) return null;
  return <span class="bead-block">{messages.shared.provenance.blocks[block]} </span>;
}
