import type { VNode } from 'preact';
import { contentText } from '../../../memory/model/inline.ts';
import { type LanguageTag, languageOf } from '../../../memory/model/language.ts';
import type { Segment } from '../../../memory/model/project.ts';
import { diffTexts } from '../../../memory/text/diff.ts';
import { Button } from '../../components/button.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import type { Row } from '../state/row.ts';
import { Content } from './content.tsx';
import { useSurroundings } from './context.ts';
import { Difference } from './difference.tsx';

interface ConflictProps {
  readonly row: Row;
  readonly theirs: Segment;
  readonly language: LanguageTag;
}

/** A segment that was changed here and elsewhere: both versions, what differs, and the choice. */
export function Conflict({ row, theirs, language }: ConflictProps): VNode {
  const { session } = useSurroundings();
  const parts = diffTexts(contentText(theirs.target), contentText(row.target), languageOf(language));
  const settle = (choice: 'mine' | 'theirs') => () => {
    session.settle(row.segment.id, choice);
    session.announce(choice === 'mine' ? 'Your version stays.' : 'The other version stays.');
    session.target?.view.focus();
  };
  return (
    <section class="conflict" aria-label={`Two versions of segment ${row.index + 1}`}>
      <h2>This segment was changed elsewhere too</h2>
      <div class="conflict-version">
        <h3>
          Yours <StatusBadge status={row.status} />
        </h3>
        <Content content={row.target} language={language} />
      </div>
      <div class="conflict-version">
        <h3>
          The other, by {theirs.changedBy} <StatusBadge status={theirs.status} />
        </h3>
        <Content content={theirs.target} language={language} />
      </div>
      <div class="conflict-version">
        <h3>From the other to yours</h3>
        {parts.every(({ op }) => op === 'equal') ? (
          <p>The texts are the same; only the status differs.</p>
        ) : (
          <Difference parts={parts} language={language} />
        )}
      </div>
      <p class="form-actions">
        <Button small look="primary" onClick={settle('mine')}>
          Keep mine
        </Button>
        <Button small onClick={settle('theirs')}>
          Take the other
        </Button>
      </p>
    </section>
  );
}
