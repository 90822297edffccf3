import type { VNode } from 'preact';
import type { EntryView } from '../../../memory/model/edit-entry.ts';
import type { EntryRevision, Termbase } from '../../../memory/model/termbase.ts';
import type { PageContext } from '../../assets.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { entryDeletePath, entryPath, entryUndoPath, newEntryPath } from '../../paths.ts';
import type { FormState } from '../form.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryTerms, languageOfTerm, type ShownEntry, termsIn } from './entry-terms.tsx';
import { TermbaseFrame } from './termbase-frame.tsx';

/** A state of an entry as people read it. */
export type ShownRevision = Omit<EntryRevision, 'concept'> & EntryView;

interface NewEntryPageProps {
  readonly context: PageContext;
  readonly termbase: Termbase;
  readonly form: FormState;
}

/** An entry that is to be added. */
export function NewEntryPage({ context, termbase, form }: NewEntryPageProps): VNode {
  const said = context.messages.termbases.entry;
  return (
    <TermbaseFrame context={context} termbase={termbase} section="entries" title={said.new} lead={said.lead}>
      <EntryForm action={newEntryPath(termbase.id)} form={form} />
    </TermbaseFrame>
  );
}

interface EntryPageProps extends NewEntryPageProps {
  /** Absent where it is deleted. */
  readonly entry?: ShownEntry;
  readonly entryId: number;
  /** Oldest first. */
  readonly history: readonly ShownRevision[];
  /** It was changed while the form was open. */
  readonly conflict?: ShownEntry;
  readonly saved: boolean;
}

/** One entry: what it says, to be changed, and all it ever said. */
export function EntryPage(props: EntryPageProps): VNode {
  const { context, termbase, entry, entryId, form, conflict, saved } = props;
  const said = context.messages.termbases.entry;
  return (
    <TermbaseFrame context={context} termbase={termbase} section="entries" title={said.title(entryId)} lead={said.lead}>
      {saved && <Notice tone="good" title={said.saved} />}
      {conflict && <Conflict entry={conflict} />}
      {entry ? (
        <>
          <EntryForm
            action={entryPath(termbase.id, entryId)}
            form={form}
            version={entry.version}
            elsewhere={entry.terms.filter((term) => languageOfTerm(term) === undefined)}
          />
          <form method="post" action={entryDeletePath(termbase.id, entryId)}>
            <input type="hidden" name="version" value={entry.version} />
            <Button type="submit" look="danger">
              {said.remove}
            </Button>
          </form>
        </>
      ) : (
        <Notice tone="warn" title={said.deleted}>
          <p>{said.deletedText}</p>
        </Notice>
      )}
      <History {...props} />
    </TermbaseFrame>
  );
}

function Conflict({ entry }: { readonly entry: ShownEntry }): VNode {
  const { termbases, format } = usePageMessages();
  const said = termbases.entry;
  return (
    <Notice tone="danger" title={said.conflict}>
      <p>{said.conflictText}</p>
      <dl class="facts">
        <dt>{termbases.french}</dt>
        <dd>
          <EntryTerms terms={termsIn(entry.terms, 'fr')} />
        </dd>
        <dt>{termbases.english}</dt>
        <dd>
          <EntryTerms terms={termsIn(entry.terms, 'en')} />
        </dd>
        <dt>{termbases.about}</dt>
        <dd>{aboutOf(entry)}</dd>
        <dt>{said.when}</dt>
        <dd>
          {entry.changedBy}, {format.moment(entry.changedAt)}
        </dd>
      </dl>
    </Notice>
  );
}

function History({ termbase, history, entryId }: EntryPageProps): VNode {
  const { termbases, format } = usePageMessages();
  const said = termbases.entry;
  const newest = [...history].reverse();
  return (
    <section class="stack">
      <div class="sheet-head">
        <h2>{said.history}</h2>
        {history.length > 1 && (
          <form method="post" action={entryUndoPath(termbase.id, entryId)}>
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
            { label: said.action, cell: ({ action }) => said.actions[action] },
            { label: termbases.french, cell: ({ terms }) => <EntryTerms terms={termsIn(terms, 'fr')} /> },
            { label: termbases.english, cell: ({ terms }) => <EntryTerms terms={termsIn(terms, 'en')} /> },
            { label: termbases.about, cell: aboutOf },
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

function aboutOf({ subject, definition, note, source }: EntryView): string {
  return [subject, definition, note, source].filter(Boolean).join(' · ') || '–';
}
