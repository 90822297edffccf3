import type { CandidatePair, CandidateState, FoundPair } from '../../model/candidate-pair.ts';
import type { UnitId } from '../../model/unit.ts';
import type { CandidateStore } from '../candidate-store.ts';
import { notFound, pageOf, readPage } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import type { MemoryTable } from './memories.ts';
import type { TermbaseTable } from './termbases.ts';

interface CandidateRow {
  readonly id: number;
  readonly termbase_id: number;
  readonly memory_id: number | null;
  readonly fr: string;
  readonly en: string;
  readonly pair: string;
  readonly fr_units: number;
  readonly en_units: number;
  readonly together: number;
  readonly score: number;
  readonly examples: string;
  readonly state: CandidateState;
  readonly decided_at: number | null;
  readonly decided_by: string | null;
  readonly entry_id: number | null;
}

type NewRow = readonly [number, number, string, string, string, number, number, number, number, string];

/** Scores are kept in thousandths. */
const WHOLE = 1000;

export function candidateMethods(
  connection: Connection,
  termbases: TermbaseTable,
  memories: MemoryTable,
): CandidateStore {
  const byId = connection.prepare<[number], CandidateRow>('SELECT * FROM term_candidates WHERE id = ?');
  const forgetOpen = connection.prepare<[number, number]>(
    `DELETE FROM term_candidates WHERE termbase_id = ? AND memory_id = ? AND state = 'open'`,
  );
  const decided = connection
    .prepare<[number], string>(`SELECT pair FROM term_candidates WHERE termbase_id = ? AND state <> 'open'`)
    .pluck();
  const insert = connection.prepare<NewRow>(
    `INSERT INTO term_candidates (termbase_id, memory_id, fr, en, pair, fr_units, en_units, together, score, examples, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')`,
  );
  const decide = connection.prepare<[CandidateState, number | null, string | null, number | null, number, string]>(
    `UPDATE term_candidates SET state = ?, decided_at = ?, decided_by = ?, entry_id = ?
     WHERE termbase_id = ? AND pair = ?`,
  );
  const page = connection.prepare<[number, CandidateState, string, number, number, number, number], CandidateRow>(
    `SELECT * FROM term_candidates
     WHERE termbase_id = ? AND state = ? AND memory_id IN (SELECT wanted.value FROM ${connection.dialect.wantedNumbers})
       AND (score < ? OR (score = ? AND id > ?))
     ORDER BY score DESC, id LIMIT ?`,
  );

  async function require(id: number): Promise<CandidateRow> {
    const row = await byId.get(id);
    if (row === undefined) throw notFound('candidate', id);
    return row;
  }

  return {
    keepCandidates: (termbaseId, memoryId, found) =>
      connection.write(async () => {
        await termbases.require(termbaseId);
        await memories.require(memoryId);
        await forgetOpen.run(termbaseId, memoryId);
        const known = new Set(await decided.all(termbaseId));
        const open = new Map(found.filter(({ key }) => !known.has(key)).map((pair) => [pair.key, pair]));
        await insert.each([...open.values()].map((pair) => rowOf(termbaseId, memoryId, pair)));
        return open.size;
      }),

    listCandidates: ({ termbaseId, state, memories: wanted }, request) =>
      connection.read(async () => {
        const { afterId, limit } = readPage(request);
        const last = afterId === 0 ? undefined : await require(afterId);
        const score = last?.score ?? WHOLE + 1;
        const among = connection.dialect.list(wanted);
        const rows = await page.all(termbaseId, state, among, score, score, afterId, limit + 1);
        return pageOf(rows, limit, (shown) => shown.map(candidateOf));
      }),

    getCandidate: (id) => connection.ask(async () => candidateOf(await require(id))),

    decideCandidate: (id, decision, { at, by }) =>
      connection.write(async () => {
        const { termbase_id, pair } = await require(id);
        const isOpen = decision.state === 'open';
        const entry = decision.state === 'accepted' ? decision.entryId : null;
        await decide.run(
          decision.state,
          isOpen ? null : toMilliseconds(at),
          isOpen ? null : by,
          entry,
          termbase_id,
          pair,
        );
        return candidateOf(await require(id));
      }),
  };
}

function rowOf(termbaseId: number, memoryId: number, pair: FoundPair): NewRow {
  const { fr, en, key, frUnits, enUnits, together, score, examples } = pair;
  const points = Math.round(score * WHOLE);
  return [termbaseId, memoryId, fr, en, key, frUnits, enUnits, together, points, JSON.stringify(examples)];
}

function candidateOf(row: CandidateRow): CandidatePair {
  return {
    id: row.id,
    termbaseId: row.termbase_id,
    ...(row.memory_id !== null && { memoryId: row.memory_id }),
    fr: row.fr,
    en: row.en,
    frUnits: row.fr_units,
    enUnits: row.en_units,
    together: row.together,
    score: row.score / WHOLE,
    examples: JSON.parse(row.examples) as readonly UnitId[],
    state: row.state,
    ...(row.decided_at !== null && { decidedAt: toInstant(row.decided_at) }),
    ...(row.decided_by !== null && { decidedBy: row.decided_by }),
    ...(row.entry_id !== null && { entryId: row.entry_id }),
  };
}
