import type { VNode } from 'preact';
import type { UnitBatch } from '../../../memory/model/batch.ts';
import type { Memory } from '../../../memory/model/unit.ts';
import type { PageContext } from '../../assets.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { isFixed } from '../../components/may.ts';
import { Table } from '../../components/table.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { memoryWorkPath, undoBatchPath } from '../../paths.ts';
import { JobNotice } from './job-notice.tsx';
import { MemoryFrame } from './memory-head.tsx';

interface MemoryChangesPageProps {
  readonly context: PageContext;
  readonly memory: Memory;
  /** Newest first. */
  readonly batches: readonly UnitBatch[];
  readonly next?: string;
  /** Work was just asked for. */
  readonly asked: boolean;
}

/** What changed many units at once, each with the way to take it back. */
export function MemoryChangesPage({ context, memory, batches, next, asked }: MemoryChangesPageProps): VNode {
  const { managing, format } = context.messages;
  const said = managing.changes;
  return (
    <MemoryFrame context={context} memory={memory} section="changes" title={said.title} lead={said.lead}>
      {asked && <JobNotice />}
      {batches.length === 0 ? (
        <EmptyState title={said.none}>{said.noneText}</EmptyState>
      ) : (
        <section class="sheet sheet-flush">
          <Table
            caption={said.title}
            captionHidden
            columns={[
              { label: said.what, kind: 'heading', cell: ({ kind, about }) => said.kinds[kind](about) },
              { label: said.units, kind: 'number', cell: ({ units }) => format.number(units) },
              {
                label: said.asked,
                cell: ({ createdAt, createdBy }) => (
                  <>
                    <time dateTime={createdAt}>{format.moment(createdAt)}</time>, {createdBy}
                  </>
                ),
              },
              { label: managing.actions, cell: (batch) => <Undo batch={batch} fixed={isFixed(memory, context.may)} /> },
            ]}
            rows={batches}
            rowKey={({ id }) => id}
          />
        </section>
      )}
      {next !== undefined && (
        <LinkButton href={`${memoryWorkPath(memory.id, 'changes')}?${new URLSearchParams({ cursor: next })}`}>
          {said.more}
        </LinkButton>
      )}
    </MemoryFrame>
  );
}

function Undo({ batch, fixed }: { readonly batch: UnitBatch; readonly fixed: boolean }): VNode {
  const said = usePageMessages().managing.changes;
  const { id, kind, about, units, undone, kept } = batch;
  return (
    <>
      {undone + kept > 0 && <p>{said.undone(undone, kept)}</p>}
      {!fixed && undone + kept < units && (
        <form method="post" action={undoBatchPath(id)} encType="multipart/form-data">
          <Button type="submit" small aria-label={said.undoOf(said.kinds[kind](about))}>
            {said.undo}
          </Button>
        </form>
      )}
    </>
  );
}
