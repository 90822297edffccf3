import type { VNode } from 'preact';
import type { PairNews } from '../../../memory/alignment/review/stored-pairs.ts';
import type { BitextSentence } from '../../../memory/model/bitext.ts';
import type { Language } from '../../../memory/model/language.ts';
import type { ReviewBead } from '../../../memory/model/review.ts';
import { Icon, type IconName } from '../../components/icon.tsx';
import { memo } from '../../components/memo.ts';
import { BeadTools } from './bead-tools.tsx';
import { BeadConfidence, bandOf } from './confidence-badge.tsx';
import { useSurroundings } from './context.ts';
import { SideCell } from './side-cell.tsx';

interface BeadRowProps {
  readonly bead: ReviewBead;
  readonly place: number;
  readonly fr: readonly BitextSentence[];
  readonly en: readonly BitextSentence[];
  /** It stands elsewhere in the English. */
  readonly moved: boolean;
  /** It waits to be paired with another. */
  readonly marked: boolean;
  /** Another bead waits to be paired with it. */
  readonly pairable: boolean;
  /** What the memory holds of it already. */
  readonly news: PairNews | undefined;
  /** The side that is worked on, where this is the active bead. */
  readonly side: Language | undefined;
  readonly editing: boolean;
  readonly last: boolean;
}

/** One bead: its number, both sides, how sure it is and what was decided. It is drawn anew only when it changes. */
export const BeadRow = memo(
  ({ bead, place, fr, en, moved, marked, pairable, news, side, editing, last }: BeadRowProps): VNode => {
    const { messages } = useSurroundings();
    const active = side !== undefined;
    const classes = ['bead', active && 'bead-active', `bead-${bead.decision}`, `bead-band-${bandOf(bead)}`];
    const cell = (language: Language, sentences: readonly BitextSentence[]) => (
      <SideCell
        language={language}
        places={bead[language]}
        sentences={sentences}
        before={news?.kind === 'reworded' ? news.stored[language] : undefined}
        active={side === language}
        editing={editing && side === language}
      />
    );
    return (
      <tr class={classes.filter(Boolean).join(' ')} aria-rowindex={place + 2} data-bead={place} aria-selected={active}>
        <th class="bead-number" scope="row">
          <span aria-hidden="true">{place + 1}</span>
          <span class="for-readers">{messages.grid.number(place + 1)}</span>
        </th>
        {cell('fr', fr)}
        {cell('en', en)}
        <td class="bead-state">
          <BeadConfidence bead={bead} />
          <DecisionMark decision={bead.decision} />
          {moved && (
            <span class="tag" title={messages.marks.movedTitle}>
              <Icon name="arrow" size={13} />
              {messages.marks.moved}
            </span>
          )}
          {bead.reason !== undefined && <span class="tag">{messages.reasons[bead.reason]}</span>}
          {news !== undefined && <span class={`tag news-${news.kind}`}>{newsName(news, messages.marks)}</span>}
          {active && <BeadTools {...{ bead, moved, marked, pairable, editing, last }} />}
        </td>
      </tr>
    );
  },
);

const DECISIONS: Readonly<Record<ReviewBead['decision'], IconName>> = {
  open: 'hollow',
  accepted: 'check',
  passed: 'checks',
  deleted: 'cross',
};

function DecisionMark({ decision }: Pick<ReviewBead, 'decision'>): VNode {
  const { messages } = useSurroundings();
  return (
    <span class={`decision decision-${decision}`}>
      <Icon name={DECISIONS[decision]} size={15} />
      {messages.decisions[decision]}
    </span>
  );
}

function newsName(news: PairNews, said: { readonly same: string; readonly reworded: string; readonly added: string }) {
  return news.kind === 'removed' ? '' : said[news.kind];
}
