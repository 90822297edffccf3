import type { VNode } from 'preact';
import { LANGUAGES, type Language } from '../../../memory/model/language.ts';
import type { DiffPart } from '../../../memory/model/match.ts';
import type { Memory } from '../../../memory/model/unit.ts';
import type { PageContext } from '../../assets.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Difference } from '../../components/difference.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Choices, TextField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { memoryWorkPath, unitPagePath } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';
import { KeptFilters, UnitFilters } from '../unit-filters.tsx';
import { JobNotice } from './job-notice.tsx';
import { MemoryFrame } from './memory-head.tsx';

/** A unit in which the text stands, with how each side would differ. */
export interface ReplacedUnit {
  readonly unitId: number;
  readonly sides: readonly { readonly language: Language; readonly parts: readonly DiffPart[] }[];
  readonly empties?: true;
}

interface ReplacePageProps {
  readonly context: PageContext;
  readonly memory: Memory;
  readonly form: FormState;
  /** Absent where nothing was searched. */
  readonly found?: { readonly items: readonly ReplacedUnit[]; readonly next?: string };
  readonly asked: boolean;
}

/** Find and replace across a memory: first what would change, then the button that does it. */
export function ReplacePage({ context, memory, form, found, asked }: ReplacePageProps): VNode {
  const said = context.messages.managing.replace;
  return (
    <MemoryFrame context={context} memory={memory} section="replace" title={said.title} lead={said.lead}>
      {asked && <JobNotice />}
      <form class="form sheet" method="get" action={memoryWorkPath(memory.id, 'replace')}>
        <ErrorSummary title={said.failed} faults={form.faults} />
        <div class="field-row">
          <TextField {...fieldState(form, 'find')} name="find" label={said.find} maxLength={500} required />
          <TextField
            {...fieldState(form, 'replacement')}
            name="replacement"
            label={said.with}
            hint={said.withHint}
            maxLength={2_000}
          />
        </div>
        <div class="field-row concordance-ways">
          <Choices
            legend={said.side}
            name="side"
            pick="one"
            options={(['both', ...LANGUAGES] as const).map((value) => ({ value, label: said.sides[value] }))}
            chosen={[form.values['side'] ?? 'both']}
          />
          <fieldset class="field-group">
            <legend class="field-legend">{said.options}</legend>
            {(['matchCase', 'wholeWords'] as const).map((name) => (
              <label key={name} class="choice">
                <input type="checkbox" name={name} value="yes" checked={form.values[name] === 'yes'} />
                <span>{said[name]}</span>
              </label>
            ))}
          </fieldset>
        </div>
        <UnitFilters form={form} place="work" />
        <div class="form-actions">
          <Button type="submit" look="primary" icon="search">
            {said.preview}
          </Button>
        </div>
      </form>
      {found && <Preview memory={memory} form={form} found={found} />}
    </MemoryFrame>
  );
}

function Preview({ memory, form, found }: Required<Pick<ReplacePageProps, 'memory' | 'form' | 'found'>>): VNode {
  const { managing } = usePageMessages();
  const said = managing.replace;
  const { items, next } = found;
  const further =
    next && `${memoryWorkPath(memory.id, 'replace')}?${new URLSearchParams({ ...form.values, cursor: next })}`;
  const wanted = ['find', 'replacement', 'side', 'matchCase', 'wholeWords'] as const;
  return (
    <>
      {items.length > 0 && (
        <>
          <div class="sheet-head">
            <p role="status">
              <strong>{said.found(items.length)}</strong>
            </p>
            {!memory.readOnly && (
              <form method="post" action={memoryWorkPath(memory.id, 'replace')} encType="multipart/form-data">
                {wanted.map((name) => (
                  <input key={name} type="hidden" name={name} value={form.values[name] ?? ''} />
                ))}
                <KeptFilters values={form.values} place="work" />
                <Button type="submit" look="danger">
                  {said.submit}
                </Button>
              </form>
            )}
          </div>
          <section class="sheet sheet-flush">
            <Table
              caption={said.title}
              captionHidden
              columns={[
                {
                  label: said.unit,
                  kind: 'number',
                  cell: ({ unitId }) => <a href={unitPagePath(memory.id, unitId)}>{unitId}</a>,
                },
                { label: said.change, cell: (hit) => <Change hit={hit} /> },
              ]}
              rows={items}
              rowKey={({ unitId }) => unitId}
            />
          </section>
        </>
      )}
      {items.length === 0 && next === undefined && (
        <EmptyState title={said.none}>{said.noneText(form.values['find'] ?? '')}</EmptyState>
      )}
      {items.length === 0 && next !== undefined && <Notice tone="info" title={managing.partly} />}
      {further && <LinkButton href={further}>{items.length > 0 ? said.more : managing.further}</LinkButton>}
    </>
  );
}

function Change({ hit: { sides, empties } }: { readonly hit: ReplacedUnit }): VNode {
  const said = usePageMessages().managing.replace;
  return (
    <>
      {sides.map(({ language, parts }) => (
        <Difference key={language} language={language} parts={parts} />
      ))}
      {empties && <p class="field-hint">{said.empties}</p>}
    </>
  );
}
