import type { VNode } from 'preact';
import { contentText } from '../../../memory/model/inline.ts';
import { languageOf } from '../../../memory/model/language.ts';
import type { MemoryDocument, TranslationUnit, Variant } from '../../../memory/model/unit.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Table } from '../../components/table.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { unitFlagPath, unitPagePath } from '../../paths.ts';

interface UnitTableProps {
  readonly units: readonly TranslationUnit[];
  readonly documents: readonly MemoryDocument[];
  /** Where a flag leads back to. */
  readonly back: string;
  /** Nothing can be changed. */
  readonly fixed: boolean;
}

/** Units with where each comes from, and what can be done with it. */
export function UnitTable({ units, documents, back, fixed }: UnitTableProps): VNode {
  const { memories: list, managing } = usePageMessages();
  const said = list.one;
  const titles = new Map(documents.map(({ id, provenance }) => [id, provenance.title]));
  const documentOf = ({ occurrences: [first] }: TranslationUnit) => (first && titles.get(first.documentId)) ?? '';
  return (
    <section class="sheet sheet-flush">
      <Table
        caption={list.units}
        columns={[
          { label: said.french, cell: ({ id, fr }) => <Side variant={fr} id={`unit-${id}`} /> },
          { label: said.english, cell: ({ en }) => <Side variant={en} /> },
          { label: said.from, cell: (unit) => <UnitFacts unit={unit} document={documentOf(unit)} /> },
          {
            label: managing.actions,
            cell: (unit) => (
              <div class="row-actions">
                <LinkButton href={unitPagePath(unit.memoryId, unit.id)} small label={managing.editUnit(unit.id)}>
                  {managing.edit}
                </LinkButton>
                {!fixed && <Flag unit={unit} back={back} />}
              </div>
            ),
          },
        ]}
        rows={units}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

function Flag({
  unit: { id, memoryId, version, flagged },
  back,
}: {
  readonly unit: TranslationUnit;
  readonly back: string;
}): VNode {
  const { managing: said } = usePageMessages();
  return (
    <form method="post" action={unitFlagPath(memoryId, id)} encType="multipart/form-data">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="flagged" value={flagged ? 'no' : 'yes'} />
      <input type="hidden" name="back" value={back} />
      <Button type="submit" small aria-label={flagged ? said.unflagUnit(id) : said.flagUnit(id)}>
        {flagged ? said.unflag : said.flag}
      </Button>
    </form>
  );
}

export function Side({ variant, id }: { readonly variant: Variant; readonly id?: string }): VNode {
  return (
    <span id={id} lang={languageOf(variant.language)}>
      {contentText(variant.content)}
    </span>
  );
}

/** How a unit came to be and how it stands, with the document it comes from. */
export function UnitFacts({ unit, document }: { readonly unit: TranslationUnit; readonly document: string }): VNode {
  const { shared, managing } = usePageMessages();
  const { origin, status, originalLanguage, flagged } = unit;
  const how = origin.kind === 'alignment' ? shared.origins.aligned(origin.confidence) : shared.origins[origin.kind];
  const original = originalLanguage && shared.provenance.original[originalLanguage];
  return (
    <ul class="provenance">
      {[document, shared.unitStatuses[status], how, original].filter(Boolean).map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
      {flagged && (
        <li>
          <strong>{managing.flaggedMark}</strong>
        </li>
      )}
    </ul>
  );
}
