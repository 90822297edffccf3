import type { VNode } from 'preact';
import { contentCodes, contentText } from '../../../memory/model/inline.ts';
import { languageOf } from '../../../memory/model/language.ts';
import type { Memory, MemoryDocument, TranslationUnit, UnitRevision } from '../../../memory/model/unit.ts';
import type { PageContext } from '../../assets.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Choices, SelectField, TextAreaField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProvenanceLine } from '../../components/provenance-line.tsx';
import { Table } from '../../components/table.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { memoryPath, unitDeletePath, unitPagePath, unitPath, unitUndoPath } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';
import { UNIT_STATUSES } from '../unit-filters.tsx';
import { MemoryFrame } from './memory-head.tsx';
import { Side, UnitFacts } from './unit-table.tsx';

interface UnitPageProps {
  readonly context: PageContext;
  readonly memory: Memory;
  /** Absent where it is deleted. */
  readonly unit?: TranslationUnit;
  /** Oldest first. */
  readonly history: readonly UnitRevision[];
  readonly unitId: number;
  readonly documents: readonly MemoryDocument[];
  /** What stands in the fields: the unit, or what was written and could not be saved. */
  readonly form: FormState;
  /** It was changed while the form was open. */
  readonly conflict?: TranslationUnit;
  readonly saved: boolean;
}

/** One unit: what it says, to be changed; where it stands; and all it ever said. */
export function UnitPage(props: UnitPageProps): VNode {
  const { context, memory, unit, unitId, documents, conflict, saved } = props;
  const said = context.messages.managing.unit;
  return (
    <MemoryFrame
      context={context}
      memory={memory}
      section="units"
      title={said.title(unitId)}
      lead={<a href={memoryPath(memory.id)}>{memory.name}</a>}
    >
      {saved && <Notice tone="good" title={said.saved} />}
      {conflict && <Conflict unit={conflict} />}
      {unit ? (
        <>
          <Fields {...props} unit={unit} />
          <section class="stack">
            <h2>{said.stands}</h2>
            <Stands unit={unit} documents={documents} />
          </section>
        </>
      ) : (
        <Notice tone="warn" title={said.deleted}>
          <p>{said.deletedText}</p>
        </Notice>
      )}
      <History {...props} />
    </MemoryFrame>
  );
}

function Conflict({ unit }: { readonly unit: TranslationUnit }): VNode {
  const { managing, format } = usePageMessages();
  const said = managing.unit;
  return (
    <Notice tone="danger" title={said.conflict}>
      <p>{said.conflictText}</p>
      <dl class="facts">
        <dt>{said.french}</dt>
        <dd>
          <Side variant={unit.fr} />
        </dd>
        <dt>{said.english}</dt>
        <dd>
          <Side variant={unit.en} />
        </dd>
        <dt>{said.when}</dt>
        <dd>
          {unit.changedBy}, {format.moment(unit.changedAt)}
        </dd>
      </dl>
    </Notice>
  );
}

function Fields({ memory, unit, unitId, form }: UnitPageProps & { readonly unit: TranslationUnit }): VNode {
  const { managing, shared, unitFilters } = usePageMessages();
  const said = managing.unit;
  const coded = [unit.fr, unit.en].some(({ content }) => contentCodes(content).length > 0);
  return (
    <>
      <form
        id="unit"
        class="form sheet"
        method="post"
        action={unitPagePath(memory.id, unitId)}
        encType="multipart/form-data"
      >
        <ErrorSummary title={said.failed} faults={form.faults} />
        <input type="hidden" name="version" value={unit.version} />
        <div class="field-row">
          {(['fr', 'en'] as const).map((side) => (
            <TextAreaField
              key={side}
              {...fieldState(form, side)}
              name={side}
              label={side === 'fr' ? said.french : said.english}
              {...(coded && { hint: said.codes })}
              lang={languageOf(unit[side].language)}
              rows={4}
              spellcheck
            />
          ))}
        </div>
        <div class="field-row">
          <SelectField
            {...fieldState(form, 'status')}
            name="status"
            label={unitFilters.status}
            options={UNIT_STATUSES.map((value) => ({ value, label: shared.statuses[value] }))}
          />
        </div>
        <TextAreaField {...fieldState(form, 'note')} name="note" label={said.note} rows={2} maxLength={5_000} />
        <Choices
          legend={unitFilters.flagged}
          name="flagged"
          pick="any"
          options={[{ value: 'yes', label: said.flagged }]}
          chosen={[form.values['flagged'] ?? '']}
        />
        {!memory.readOnly && (
          <div class="form-actions">
            <Button type="submit" look="primary">
              {said.save}
            </Button>
          </div>
        )}
      </form>
      {!memory.readOnly && (
        <form method="post" action={unitDeletePath(memory.id, unitId)} encType="multipart/form-data">
          <input type="hidden" name="version" value={unit.version} />
          <Button type="submit" look="danger">
            {said.remove}
          </Button>
        </form>
      )}
    </>
  );
}

function Stands({
  unit,
  documents,
}: {
  readonly unit: TranslationUnit;
  readonly documents: readonly MemoryDocument[];
}): VNode {
  const { managing, memories } = usePageMessages();
  const said = managing.unit;
  return (
    <>
      <UnitFacts unit={unit} document={said.used(unit.useCount)} />
      {documents.length === 0 ? (
        <p>{said.loose}</p>
      ) : (
        <ul>
          {documents.map(({ id, memoryId, provenance }) => (
            <li key={id}>
              <a href={unitPath(memoryId, id, unit.id)}>{provenance.title ?? memories.one.unnamedDocument(id)}</a>
              <ProvenanceLine provenance={provenance} untitled />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function History({ memory, history, unitId }: UnitPageProps): VNode {
  const { managing, format, shared } = usePageMessages();
  const said = managing.unit;
  const newest = [...history].reverse();
  return (
    <section class="stack">
      <div class="sheet-head">
        <h2>{said.history}</h2>
        {history.length > 1 && !memory.readOnly && (
          <form method="post" action={unitUndoPath(memory.id, unitId)} encType="multipart/form-data">
            <Button type="submit" small>
              {said.undo}
            </Button>
          </form>
        )}
      </div>
      <section class="sheet sheet-flush">
        <Table
          caption={said.history}
          captionHidden
          columns={[
            { label: said.version, kind: 'number', cell: ({ version }) => format.number(version) },
            {
              label: said.action,
              cell: ({ action, status, flagged }) =>
                [said.actions[action], shared.unitStatuses[status], flagged && managing.flaggedMark]
                  .filter(Boolean)
                  .join(', '),
            },
            { label: said.french, cell: ({ fr }) => <span lang="fr">{contentText(fr.content)}</span> },
            { label: said.english, cell: ({ en }) => <span lang="en">{contentText(en.content)}</span> },
            { label: said.note, cell: ({ note }) => note ?? '–' },
            {
              label: said.when,
              cell: ({ at, by }) => (
                <>
                  <time dateTime={at}>{format.moment(at)}</time>, {by}
                </>
              ),
            },
          ]}
          rows={newest}
          rowKey={({ version }) => version}
        />
      </section>
    </section>
  );
}
