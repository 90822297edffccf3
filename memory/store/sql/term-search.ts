import type { Language } from '../../model/language.ts';
import type { TermStatus } from '../../model/term-status.ts';
import type { TermbaseStore } from '../termbase-store.ts';
import type { Connection } from './connection.ts';

interface TermRow {
  readonly entry_id: number;
  readonly place: number;
  readonly termbase_id: number;
  readonly text: string;
  readonly status: TermStatus;
  readonly part_of_speech: string | null;
  readonly stems: string;
}

/** Terms by what they begin with: one look into an index for each start, however many terms there are. */
export function termSearchMethods(connection: Connection): Pick<TermbaseStore, 'termsStarting'> {
  const starting = connection.prepare<[string, Language], TermRow>(
    `SELECT * FROM terms WHERE start IN (SELECT wanted.value FROM ${connection.dialect.wantedTexts}) AND language = ?
     ORDER BY entry_id, place`,
  );

  return {
    termsStarting: (termbases, language, starts) =>
      connection.ask(async () =>
        (await starting.all(connection.dialect.list(starts), language))
          .filter((row) => termbases === undefined || termbases.includes(row.termbase_id))
          .map(({ entry_id: entryId, termbase_id: termbaseId, part_of_speech, place, text, status, stems }) => ({
            ...{ entryId, termbaseId, place, text, status, stems },
            ...(part_of_speech !== null && { partOfSpeech: part_of_speech }),
          })),
      ),
  };
}
