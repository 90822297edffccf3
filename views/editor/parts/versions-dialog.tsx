import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { contentText } from '../../../memory/model/inline.ts';
import { languageOf } from '../../../memory/model/language.ts';
import type { SegmentRevision } from '../../../memory/model/project.ts';
import { diffTexts } from '../../../memory/text/diff.ts';
import { createClient, ProblemError } from '../../../src/contract/client.ts';
import { Button } from '../../components/button.tsx';
import { Difference } from '../../components/difference.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { editableRow } from '../commands/writing.ts';
import { isOpen, type Row, sameContent } from '../state/row.ts';
import type { Place } from '../state/state.ts';
import { useSurroundings } from './context.ts';
import { Modal } from './modal.tsx';
import { OriginBadge } from './origin-badge.tsx';

interface VersionsDialogProps {
  readonly row: Row;
  readonly place: Place;
  readonly onClose: () => void;
}

/** Every state that the segment had, newest first, each with what it would change; any can be brought back. */
export function VersionsDialog({ row, place, onClose }: VersionsDialogProps): VNode {
  const { session, messages } = useSurroundings();
  const said = messages.versions;
  const [versions, setVersions] = useState<readonly SegmentRevision[]>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    createClient()('segmentHistory', { params: { id: row.segment.id } })
      .then(({ items }) => setVersions(items.toReversed()))
      .catch((error: unknown) =>
        setFault(
          error instanceof ProblemError
            ? messages.tellError(error.problem.code, error.problem.detail)
            : messages.news.noAnswer,
        ),
      );
  }, []);
  const restore = ({ target, origin }: SegmentRevision) => {
    if (editableRow(session) === undefined) return;
    session.target?.replace(target, origin === undefined ? {} : { origin });
    session.announce(said.restored);
    onClose();
  };
  return (
    <Modal title={said.title(row.index + 1)} onClose={onClose}>
      {fault !== undefined && <p role="alert">{fault}</p>}
      <ol class="versions">
        {versions?.map((revision) => (
          <li key={revision.version} class="version">
            <p class="version-head small">
              <StatusBadge status={revision.status} />
              <OriginBadge origin={revision.origin} />
              <span>{said.by(revision.by, messages.format.moment(revision.at))}</span>
            </p>
            <Difference
              parts={diffTexts(contentText(row.target), contentText(revision.target), languageOf(place.targetLanguage))}
              language={place.targetLanguage}
            />
            {sameContent(revision.target, row.target) ? (
              <p class="small quiet">{said.same}</p>
            ) : (
              isOpen(row) && (
                <Button small onClick={() => restore(revision)}>
                  {said.restore}
                </Button>
              )
            )}
          </li>
        ))}
      </ol>
    </Modal>
  );
}
