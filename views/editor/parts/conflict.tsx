import type { VNode } from 'preact';
import { contentText } from '../../../memory/model/inline.ts';
import { type LanguageTag, languageOf } from '../../../memory/model/language.ts';
import type { Segment } from '../../../memory/model/project.ts';
import { diffTexts } from '../../../memory/text/diff.ts';
import { Button } from '../../components/button.tsx';
import { Difference } from '../../components/difference.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import type { Row } from '../state/row.ts';
import { Content } from './content.tsx';
import { useSurroundings } from './context.ts';

interface ConflictProps {
  readonly row: Row;
  readonly theirs: Segment;
  readonly language: LanguageTag;
}

/** A segment that was changed here and elsewhere: both versions, what differs, and the choice. */
export function Conflict({ row, theirs, language }: ConflictProps): VNode {
  const { session, messages } = useSurroundings();
  const said = messages.segments.conflict;
  const parts = diffTexts(contentText(theirs.target), contentText(row.target), languageOf(language));
  const settle = (choice: 'mine' | 'theirs') => () => {
    session.settle(row.segment.id, choice);
    session.announce(choice === 'mine' ? messages.news.mineStays : messages.news.theirsStays);
    session.target?.view.focus();
  };
  return (
    <section class="conflict" aria-label={said.label(row.index + 1)}>
      <h2>{said.title}</h2>
      <div class="conflict-version">
        <h3>
          {said.yours} <StatusBadge status={row.status} />
        </h3>
        <Content content={row.target} language={language} />
      </div>
      <div class="conflict-version">
        <h3>
          {said.theirs(theirs.changedBy)} <StatusBadge status={theirs.status} />
        </h3>
        <Content content={theirs.target} language={language} />
      </div>
      <div class="conflict-version">
        <h3>{said.difference}</h3>
        {parts.every(({ op }) => op === 'equal') ? (
          <p>{said.onlyStatus}</p>
        ) : (
          <Difference parts={parts} language={language} />
        )}
      </div>
      <p class="form-actions">
        <Button small look="primary" onClick={settle('mine')}>
          {said.keepMine}
        </Button>
        <Button small onClick={settle('theirs')}>
          {said.takeTheirs}
        </Button>
      </p>
    </section>
  );
}
