import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { contentCodes, contentFromText, contentText } from '../../../memory/model/inline.ts';
import type { Language } from '../../../memory/model/language.ts';
import type { Fragment, Match, Related } from '../../../memory/model/match.ts';
import type { TranslationUnit, UnitId } from '../../../memory/model/unit.ts';
import { type CallInput, createClient, ProblemError } from '../../../src/contract/client.ts';
import { Button } from '../../components/button.tsx';
import { ProvenanceLine } from '../../components/provenance-line.tsx';
import { memoryDocumentPath } from '../../paths.ts';
import { Content } from './content.tsx';
import { useSurroundings } from './context.ts';
import { Modal } from './modal.tsx';

interface UnitDialogProps {
  readonly suggestion: Pick<Match | Related | Fragment, 'unitId' | 'documentId' | 'memory' | 'provenance' | 'block'>;
  readonly onClose: () => void;
}

/** What is changed: a side’s text, or what is thought of it. */
type UnitChange = Omit<CallInput<'changeUnit'>['body'], 'version'>;

interface Loaded {
  readonly unit: TranslationUnit;
  readonly previous?: TranslationUnit;
  readonly next?: TranslationUnit;
}

/**
 * A stored unit: where it comes from in full, what stands around it there. It can be mended, or flagged as wrong, by those
 * who may change its memory.
 */
export function UnitDialog({ suggestion, onClose }: UnitDialogProps): VNode {
  const { session, messages } = useSurroundings();
  const said = messages.unit;
  const [loaded, setLoaded] = useState<Loaded>();
  const [fault, setFault] = useState<string>();
  const tell = (error: unknown) =>
    setFault(
      error instanceof ProblemError
        ? messages.tellError(error.problem.code, error.problem.detail)
        : messages.news.noAnswer,
    );
  useEffect(() => {
    read(suggestion.unitId).then(setLoaded).catch(tell);
  }, []);
  const change = async (body: UnitChange, news: string) => {
    if (loaded === undefined) return;
    try {
      const { id, version } = loaded.unit;
      await createClient()('changeUnit', { params: { id }, body: { version, ...body } });
      session.memoryChanged();
      session.announce(news);
      onClose();
    } catch (error) {
      tell(error);
    }
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (loaded === undefined) return;
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const { unit } = loaded;
    const sides = SIDES.flatMap((side) => {
      const text = String(form.get(side) ?? '').trim();
      const { language, content } = unit[side];
      return form.has(side) && text !== contentText(content)
        ? [[side, { language, content: [...contentFromText(text)] }]]
        : [];
    });
    if (sides.length === 0) return onClose();
    void change(Object.fromEntries(sides), said.mended);
  };
  const { documentId, memory, provenance, block } = suggestion;
  const fixed = session.state().place.fixedMemories.has(memory.id);
  return (
    <Modal title={said.title(suggestion.unitId, memory.name)} onClose={onClose}>
      {fault !== undefined && (
        <p class="field-error" role="alert">
          {fault}
        </p>
      )}
      <ProvenanceLine provenance={provenance} block={block} />
      {documentId !== undefined && (
        <p>
          <a href={memoryDocumentPath(memory.id, documentId)} target="_blank" rel="noreferrer">
            {said.document}
          </a>
        </p>
      )}
      {loaded !== undefined && (
        <>
          <Neighbour label={said.before} unit={loaded.previous} />
          {fixed ? (
            <section>
              {SIDES.map((side) => (
                <FixedSide key={side} side={side} unit={loaded.unit} label={said.sides[side]} />
              ))}
              <p class="field-hint">{said.fixed}</p>
            </section>
          ) : (
            <form class="form" onSubmit={save}>
              {SIDES.map((side) => (
                <Side key={side} side={side} unit={loaded.unit} label={said.sides[side]} locked={said.hasCodes} />
              ))}
              <div class="form-actions">
                <Button type="submit" look="primary">
                  {said.save}
                </Button>
                <Button look="danger" onClick={() => void change({ status: 'rejected' }, said.flagged)}>
                  {said.flag}
                </Button>
              </div>
              <p class="field-hint">{said.flagHint}</p>
            </form>
          )}
          <Neighbour label={said.after} unit={loaded.next} />
        </>
      )}
    </Modal>
  );
}

const SIDES: readonly Language[] = ['fr', 'en'];

/** A unit with those before and after it in the first document that it stands in. */
async function read(unitId: UnitId): Promise<Loaded> {
  const call = createClient();
  // The contract states languages as text; they are the model’s.
  const getUnit = async (id: UnitId) => (await call('getUnit', { params: { id } })) as TranslationUnit;
  const get = async (id: UnitId | undefined) => (id === undefined ? undefined : getUnit(id));
  const unit = await getUnit(unitId);
  const [place] = unit.occurrences;
  const [previous, next] = await Promise.all([get(place?.previousUnitId), get(place?.nextUnitId)]);
  return { unit, ...(previous && { previous }), ...(next && { next }) };
}

interface FixedSideProps {
  readonly side: Language;
  readonly unit: TranslationUnit;
  readonly label: string;
}

/** One side, to be read. */
function FixedSide({ side, unit, label }: FixedSideProps): VNode {
  const { language, content } = unit[side];
  return (
    <div>
      <p class="small quiet">{label}</p>
      <Content content={content} language={language} />
    </div>
  );
}

interface SideProps extends FixedSideProps {
  /** Why it cannot be written in. */
  readonly locked: string;
}

/** One side, to be mended. Inline codes cannot be written, so a side that has some is only shown. */
function Side({ side, unit, label, locked }: SideProps): VNode {
  const { language, content } = unit[side];
  if (contentCodes(content).length > 0) return <FixedSide side={side} unit={unit} label={`${label} – ${locked}`} />;
  return (
    <div class="field">
      <label for={`unit-${side}`}>{label}</label>
      <textarea class="textarea" id={`unit-${side}`} name={side} lang={language} rows={3} required>
        {contentText(content)}
      </textarea>
    </div>
  );
}

function Neighbour({
  label,
  unit,
}: {
  readonly label: string;
  readonly unit: TranslationUnit | undefined;
}): VNode | null {
  if (unit === undefined) return null;
  return (
    <section class="unit-neighbour">
      <h3 class="small quiet">{label}</h3>
      <Content content={unit.fr.content} language={unit.fr.language} />
      <Content content={unit.en.content} language={unit.en.language} />
    </section>
  );
}
