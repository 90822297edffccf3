import type { VNode } from 'preact';
import type { Language } from '../../../memory/model/language.ts';
import type { DiffPart } from '../../../memory/model/match.ts';
import type { Memory, TranslationUnit } from '../../../memory/model/unit.ts';
import type { PageContext } from '../../assets.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Difference } from '../../components/difference.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Choices, SelectField } from '../../components/field.tsx';
import { Table } from '../../components/table.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { memoryWorkPath, unitPagePath } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';
import { KeptFilters, UnitFilters } from '../unit-filters.tsx';
import { MemoryFrame } from './memory-head.tsx';
import { Side } from './unit-table.tsx';

/** A unit held against the master. */
export interface ComparedUnit {
  readonly unit: TranslationUnit;
  readonly standing: 'new' | 'same' | 'differs';
  /** Of the translation. */
  readonly language: Language;
  /** What the master has of the same source, and how the unit’s translation differs from each. */
  readonly present: readonly { readonly id: number; readonly parts: readonly DiffPart[] }[];
}

interface PromotePageProps {
  readonly context: PageContext;
  readonly memory: Memory;
  readonly others: readonly Memory[];
  readonly form: FormState;
  /** Absent where no memory was chosen. */
  readonly found?: { readonly master: Memory; readonly items: readonly ComparedUnit[]; readonly next?: string };
}

/** Units on their way into another memory: first the differences, then the button. */
export function PromotePage({ context, memory, others, form, found }: PromotePageProps): VNode {
  const { managing } = context.messages;
  const said = managing.promote;
  return (
    <MemoryFrame context={context} memory={memory} section="promote" title={said.title} lead={said.lead}>
      {others.length === 0 ? (
        <EmptyState title={said.noOther}>{said.noOtherText}</EmptyState>
      ) : (
        <form class="form sheet" method="get" action={memoryWorkPath(memory.id, 'promote')}>
          <ErrorSummary title={managing.filterFailed} faults={form.faults} />
          <SelectField
            {...fieldState(form, 'into')}
            name="into"
            label={said.into}
            options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <UnitFilters form={form} place="work" />
          <div class="form-actions">
            <Button type="submit" look="primary">
              {said.compare}
            </Button>
          </div>
        </form>
      )}
      {found && <Differences memory={memory} form={form} found={found} />}
    </MemoryFrame>
  );
}

function Differences({ memory, form, found }: Required<Pick<PromotePageProps, 'memory' | 'form' | 'found'>>): VNode {
  const { managing, memories } = usePageMessages();
  const said = managing.promote;
  const { master, items, next } = found;
  if (items.length === 0 && next === undefined) return <EmptyState title={said.none}>{said.lead}</EmptyState>;
  const more =
    next && `${memoryWorkPath(memory.id, 'promote')}?${new URLSearchParams({ ...form.values, cursor: next })}`;
  return (
    <>
      {!master.readOnly && (
        <form
          class="form sheet"
          method="post"
          action={memoryWorkPath(memory.id, 'promote')}
          encType="multipart/form-data"
        >
          <input type="hidden" name="into" value={master.id} />
          <KeptFilters values={form.values} place="work" />
          <Choices
            legend={said.mode}
            name="mode"
            pick="one"
            options={(['add', 'replace', 'skip'] as const).map((value) => ({ value, label: said.modes[value] }))}
            chosen={['add']}
          />
          <div class="form-actions">
            <Button type="submit" look="primary">
              {said.submit(master.name)}
            </Button>
          </div>
        </form>
      )}
      <section class="sheet sheet-flush">
        <Table
          caption={said.title}
          captionHidden
          columns={[
            { label: memories.one.french, cell: ({ unit }) => <Side variant={unit.fr} /> },
            { label: memories.one.english, cell: ({ unit }) => <Side variant={unit.en} /> },
            {
              label: said.standing,
              cell: (compared) => <Standing compared={compared} master={master} />,
            },
          ]}
          rows={items}
          rowKey={({ unit }) => unit.id}
        />
      </section>
      {more && <LinkButton href={more}>{said.more}</LinkButton>}
    </>
  );
}

interface StandingProps {
  readonly compared: ComparedUnit;
  readonly master: Memory;
}

function Standing({ compared: { unit, standing, language, present }, master }: StandingProps): VNode {
  const { managing, shared } = usePageMessages();
  const said = managing.promote;
  return (
    <>
      <strong>{said.standings[standing]}</strong>
      <span class="quiet"> ({shared.unitStatuses[unit.status]})</span>
      {standing === 'differs' &&
        present.map(({ id, parts }) => (
          <div key={id}>
            <a href={unitPagePath(master.id, id)}>{id}</a>
            <Difference language={language} parts={parts} />
          </div>
        ))}
    </>
  );
}
