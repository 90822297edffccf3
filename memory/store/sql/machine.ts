import type { InlineContent } from '../../model/inline.ts';
import type { MachineStore } from '../machine-store.ts';
import { toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';

const KEPT_MILLISECONDS = 90 * 24 * 3600 * 1000;

export function machineMethods(connection: Connection): MachineStore {
  const spent = connection.prepare<[string], number>('SELECT characters FROM machine_months WHERE month = ?').pluck();
  const spend = connection.prepare<[string, number]>(
    `INSERT INTO machine_months (month, characters) VALUES (?, ?)
     ON CONFLICT (month) DO UPDATE SET characters = machine_months.characters + excluded.characters`,
  );
  const answer = connection.prepare<[string], string>('SELECT content FROM machine_answers WHERE request = ?').pluck();
  const keep = connection.prepare<[string, string, number]>(
    `INSERT INTO machine_answers (request, content, kept_at) VALUES (?, ?, ?)
     ON CONFLICT (request) DO UPDATE SET content = excluded.content, kept_at = excluded.kept_at`,
  );
  const forget = connection.prepare<[number]>('DELETE FROM machine_answers WHERE kept_at < ?');

  return {
    spendCharacters: (month, characters, limit = Number.POSITIVE_INFINITY) =>
      connection.write(async () => {
        if (((await spent.get(month)) ?? 0) + characters > limit) return false;
        await spend.run(month, characters);
        return true;
      }),

    charactersSpent: (month) => connection.ask(async () => (await spent.get(month)) ?? 0),

    machineAnswer: (request) =>
      connection.read(async () => {
        const content = await answer.get(request);
        return content === undefined ? undefined : (JSON.parse(content) as InlineContent);
      }),

    keepMachineAnswer: (request, content, at) =>
      connection.write(async () => {
        const now = toMilliseconds(at);
        await forget.run(now - KEPT_MILLISECONDS);
        await keep.run(request, JSON.stringify(content), now);
      }),
  };
}
