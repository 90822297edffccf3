import { type Lexicon, lexiconOf, packPairs, unpackPairs } from '../../retrieval/lexicon/lexicon.ts';
import type { LexiconVersion, Store } from '../store.ts';
import type { Connection } from './connection.ts';
import { insertion } from './insertion.ts';

type LexiconMethods = Pick<Store, 'lexicon' | 'lexiconVersion' | 'saveLexicon'>;

interface VersionRow {
  readonly version: number;
  readonly learnt_at: string;
  readonly units: number;
  readonly units_then: number;
}

/** Earlier lexicons that are kept beside the one in use. */
const KEPT = 1;

export function lexiconMethods(connection: Connection): LexiconMethods {
  const active = connection.prepare<[], VersionRow>(
    `SELECT version, learnt_at, units, units_then FROM lexicons
     WHERE numbering = (SELECT numbering FROM index_state) ORDER BY version DESC LIMIT 1`,
  );
  const pairsOf = connection.prepare<[number], Buffer>('SELECT pairs FROM lexicons WHERE version = ?').pluck();
  const unitsNow = connection.prepare<[], number>('SELECT count(*) FROM live_units').pluck();
  const add = insertion<[number, string, number, number, Uint8Array]>(
    connection,
    'INSERT INTO lexicons (numbering, learnt_at, units, units_then, pairs) VALUES (?, ?, ?, ?, ?)',
    'version',
  );
  const forget = connection.prepare<[number]>('DELETE FROM lexicons WHERE version < ?');
  let kept: { readonly version: number; readonly lexicon: Lexicon } | undefined;

  /** Reads the one in use, where it is another than the one that is kept. */
  const renew = () =>
    connection.read(async () => {
      const version = (await active.get())?.version;
      const pairs = version === undefined ? undefined : await pairsOf.get(version);
      kept = version && pairs ? { version, lexicon: lexiconOf(unpackPairs(pairs)) } : undefined;
    });

  return {
    async lexicon() {
      const version = (await connection.ask(() => active.get()))?.version;
      if (kept?.version !== version) await renew();
      return kept?.lexicon;
    },

    lexiconVersion: () =>
      connection.ask(async () => {
        const row = await active.get();
        return row && versionOf(row);
      }),

    saveLexicon: ({ pairs, units, numbering: of, unitsThen }, at) =>
      connection.write(async () => {
        const version = await add(of, at, units, unitsThen ?? (await unitsNow.get()) ?? 0, packPairs(pairs));
        await forget.run(version - KEPT);
      }),
  };
}

function versionOf({ version, learnt_at, units, units_then }: VersionRow): LexiconVersion {
  return { version, learntAt: learnt_at, units, unitsThen: units_then };
}
