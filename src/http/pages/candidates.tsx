import type { Router } from 'express';
import express from 'express';
import type { CandidatePair } from '../../../memory/model/candidate-pair.ts';
import { CANDIDATE_STATES } from '../../../memory/model/candidate-pair.ts';
import { CalqueError } from '../../../memory/model/errors.ts';
import { contentText } from '../../../memory/model/inline.ts';
import type { TextRange } from '../../../memory/model/range.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { ShownCandidate } from '../../../views/pages/termbases/candidates.tsx';
import { CandidatesPage } from '../../../views/pages/termbases/candidates.tsx';
import { candidatesPath, PATHS } from '../../../views/paths.ts';
import { candidateDecision } from '../../contract/candidates.ts';
import { RIGHTS } from '../../contract/rights.ts';
import { wording } from '../../contract/wording.ts';
import type { WantedDecision } from '../../services/terms/candidates.ts';
import { decideCandidate } from '../../services/terms/candidates.ts';
import type { ApiParts } from '../api.ts';
import { callerOf } from '../identify.ts';
import { fieldsOf, readFields } from './form.ts';
import type { SendPage } from './page.ts';
import { actorOf, identityIn } from './page.ts';

const PAGE = 25;

/** Pairs of terms found for a termbase: looked for, shown, decided on. */
export function candidatePages({ store, access, jobs, clock }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  router.get(PATHS.termCandidates, async (request, response) => {
    const termbase = await store.getTermbase(identityIn(request.params['id']));
    const memories = await access.memories(callerOf(response), 'reader');
    const state = CANDIDATE_STATES.find((one) => one === request.query['state']) ?? 'open';
    const { cursor, last } = request.query;
    const page = await store.listCandidates(
      { termbaseId: termbase.id, state, memories: memories.map(({ id }) => id) },
      { limit: PAGE, ...(typeof cursor === 'string' && { cursor }) },
    );
    const candidates: ShownCandidate[] = [];
    for (const pair of page.items) candidates.push(await shown(store, pair));
    const next = page.next && `${candidatesPath(termbase.id, state)}&${new URLSearchParams({ cursor: page.next })}`;
    send(response, (context) => (
      <CandidatesPage
        {...{ context, termbase, memories, state, candidates }}
        {...(typeof last === 'string' && /^\d{1,15}$/.test(last) && { last: Number(last) })}
        {...(next && { next })}
        asked={request.query['job'] !== undefined}
      />
    ));
  });

  router.post(PATHS.termCandidates, readFields, async (request, response) => {
    const { id: termbase } = await store.getTermbase(identityIn(request.params['id']));
    const memory = identityIn(fieldsOf(request)['memory']);
    await access.check(callerOf(response), RIGHTS.extractTerms, { body: { memory } });
    await store.getMemory(memory);
    await jobs.add('extract-terms', { termbase, memory }, actorOf(response, clock));
    response.redirect(303, `${candidatesPath(termbase, 'open')}&job=1`);
  });

  router.post(PATHS.decideCandidate, readFields, async (request, response) => {
    const { id: termbase } = await store.getTermbase(identityIn(request.params['id']));
    const fields = fieldsOf(request);
    const id = identityIn(fields['candidate']);
    await access.check(callerOf(response), RIGHTS.decideTermCandidate, { params: { id } });
    const decided = await decideCandidate(store, id, decisionIn(fields, id), actorOf(response, clock));
    const back = decided.state === 'open' ? '' : `&last=${id}`;
    response.redirect(303, `${candidatesPath(termbase, 'open')}${back}`);
  });

  return router;
}

function decisionIn(fields: Readonly<Record<string, string>>, id: number): WantedDecision {
  const { decision } = fields;
  const [fr, en] = [fields[`fr.${id}`], fields[`en.${id}`]];
  const terms = decision === 'accept' && fr !== undefined && en !== undefined ? { fr, en } : {};
  const parsed = candidateDecision.safeParse({ decision, ...terms }, { error: wording });
  if (parsed.success) return parsed.data as WantedDecision;
  const issues = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.'), message }));
  const [first] = issues;
  throw new CalqueError('bad-request', `${first?.where} ${first?.message}.`, { issues });
}

/** A pair with those of its units that are there still. */
async function shown(store: Store, pair: CandidatePair): Promise<ShownCandidate> {
  const examples: ShownCandidate['examples'][number][] = [];
  for (const { unit } of await store.unitsInContext(pair.examples)) {
    const side = (language: 'fr' | 'en') => {
      const text = contentText(unit[language].content);
      return { text, marks: placesIn(text, pair[language]) };
    };
    examples.push({ unitId: unit.id, memoryId: unit.memoryId, fr: side('fr'), en: side('en') });
  }
  return { pair, examples };
}

/** Where a term stands as it is written most often, whatever the case. */
function placesIn(text: string, term: string): readonly TextRange[] {
  const [folded, wanted] = [text.toLowerCase(), term.toLowerCase()];
  const places: TextRange[] = [];
  for (let at = folded.indexOf(wanted); at >= 0 && wanted !== ''; at = folded.indexOf(wanted, at + wanted.length)) {
    places.push({ start: at, end: at + wanted.length });
  }
  return folded.length === text.length ? places : [];
}
