import type { VNode } from 'preact';
import type { CandidatePair, CandidateState } from '../../../memory/model/candidate-pair.ts';
import { CANDIDATE_STATES } from '../../../memory/model/candidate-pair.ts';
import type { TextRange } from '../../../memory/model/range.ts';
import type { Termbase } from '../../../memory/model/termbase.ts';
import type { Memory } from '../../../memory/model/unit.ts';
import type { PageContext } from '../../assets.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { MarkedText } from '../../components/marked-text.tsx';
import { Sections } from '../../components/sections.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { candidateDecisionPath, candidatesPath, entryPath, unitPagePath } from '../../paths.ts';
import { JobNotice } from '../memory/job-notice.tsx';
import { TermbaseFrame } from './termbase-frame.tsx';

/** A pair with units that have both of its terms. */
export interface ShownCandidate {
  readonly pair: CandidatePair;
  readonly examples: readonly ShownExample[];
}

/** A unit, with where the terms stand in it. */
interface ShownExample {
  readonly unitId: number;
  readonly memoryId: number;
  readonly fr: { readonly text: string; readonly marks: readonly TextRange[] };
  readonly en: { readonly text: string; readonly marks: readonly TextRange[] };
}

interface CandidatesPageProps {
  readonly context: PageContext;
  readonly termbase: Termbase;
  /** Those that terms can be looked for in. */
  readonly memories: readonly Memory[];
  readonly state: CandidateState;
  readonly candidates: readonly ShownCandidate[];
  /** The one that was decided on last, to be decided on again. */
  readonly last?: number;
  /** The address of the next page. */
  readonly next?: string;
  /** Work was just asked for. */
  readonly asked: boolean;
}

/** Pairs of terms that memories show, each to be taken in or rejected at one key. */
export function CandidatesPage(props: CandidatesPageProps): VNode {
  const { context, termbase, memories, state, candidates, last, next, asked } = props;
  const said = context.messages.candidates;
  const action = candidateDecisionPath(termbase.id);
  const may = context.may('translator');
  return (
    <TermbaseFrame
      context={context}
      termbase={termbase}
      section="candidates"
      title={said.title}
      lead={said.lead}
      scripts={['views/health/client.ts']}
    >
      {asked && <JobNotice />}
      {may && <Look termbase={termbase} memories={memories} />}
      <Sections
        label={said.statesLabel}
        links={CANDIDATE_STATES.map((one) => ({
          label: said.states[one],
          href: candidatesPath(termbase.id, one),
          isHere: one === state,
        }))}
      />
      {may && last !== undefined && (
        <form id="undo-last" method="post" action={action}>
          <input type="hidden" name="candidate" value={last} />
          <input type="hidden" name="decision" value="reopen" />
          <Button type="submit" small aria-keyshortcuts="U">
            {said.undo} <kbd>U</kbd>
          </Button>
        </form>
      )}
      {candidates.length === 0 ? (
        <EmptyState title={said.none[state]}>{said.noneText}</EmptyState>
      ) : (
        <>
          {may && state === 'open' && <p class="quiet">{said.keys}</p>}
          <ul class="hits">
            {candidates.map((candidate) => (
              <Candidate key={candidate.pair.id} candidate={candidate} memories={memories} action={action} may={may} />
            ))}
          </ul>
        </>
      )}
      {next !== undefined && <LinkButton href={next}>{said.more}</LinkButton>}
    </TermbaseFrame>
  );
}

function Look({ termbase, memories }: Pick<CandidatesPageProps, 'termbase' | 'memories'>): VNode {
  const { candidates: said } = usePageMessages();
  if (memories.length === 0) return <p>{said.noMemory}</p>;
  return (
    <form class="form sheet" method="post" action={candidatesPath(termbase.id)}>
      <SelectField
        name="memory"
        label={said.memory}
        options={memories.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <div class="form-actions">
        <Button type="submit" icon="search">
          {said.look}
        </Button>
      </div>
    </form>
  );
}

interface CandidateProps extends Pick<CandidatesPageProps, 'memories'> {
  readonly candidate: ShownCandidate;
  readonly action: string;
  /** Whether whoever reads may decide. */
  readonly may: boolean;
}

function Candidate({ candidate: { pair, examples }, memories, action, may }: CandidateProps): VNode {
  const { candidates: said } = usePageMessages();
  const { id, termbaseId, fr, en, state, entryId } = pair;
  const memory = memories.find((one) => one.id === pair.memoryId);
  return (
    <li class="hit finding" tabindex={-1}>
      <form class="form" method="post" action={action}>
        <input type="hidden" name="candidate" value={id} />
        {may && state === 'open' ? (
          <div class="field-row">
            <TextField name={`fr.${id}`} label={said.french} value={fr} lang="fr" maxLength={500} required />
            <TextField name={`en.${id}`} label={said.english} value={en} lang="en" maxLength={500} required />
          </div>
        ) : (
          <p>
            <strong lang="fr">{fr}</strong> – <strong lang="en">{en}</strong>
          </p>
        )}
        <p>{said.score(Math.floor(100 * pair.score))}</p>
        <p class="quiet">
          {said.units(pair.frUnits, pair.enUnits, pair.together)}
          {memory && ` ${said.from(memory.name)}`}
        </p>
        <div class="row-actions">
          {may && state === 'open' && (
            <>
              <Button
                type="submit"
                name="decision"
                value="accept"
                small
                aria-label={said.acceptPair(fr, en)}
                aria-keyshortcuts="A"
              >
                {said.accept} <kbd>A</kbd>
              </Button>
              <Button
                type="submit"
                name="decision"
                value="reject"
                small
                aria-label={said.rejectPair(fr, en)}
                aria-keyshortcuts="R"
              >
                {said.reject} <kbd>R</kbd>
              </Button>
            </>
          )}
          {may && state !== 'open' && (
            <Button type="submit" name="decision" value="reopen" small aria-label={said.reopenPair(fr, en)}>
              {said.reopen}
            </Button>
          )}
          {entryId !== undefined && <a href={entryPath(termbaseId, entryId)}>{said.entry}</a>}
        </div>
      </form>
      {examples.map((example) => (
        <Example key={example.unitId} example={example} />
      ))}
    </li>
  );
}

function Example({ example: { unitId, memoryId, fr, en } }: { readonly example: ShownExample }): VNode {
  const { managing } = usePageMessages();
  return (
    <div class="hit-sides">
      <p lang="fr">
        <MarkedText text={fr.text} marks={fr.marks} />
      </p>
      <p lang="en">
        <MarkedText text={en.text} marks={en.marks} />
      </p>
      <p class="hit-label">
        <a href={unitPagePath(memoryId, unitId)}>{managing.unit.title(unitId)}</a>
      </p>
    </div>
  );
}
