import type { Instant } from '../../memory/model/unit.ts';
import type { Page } from '../../memory/store/store.ts';
import type { AccountsDatabase } from './tables.ts';

/** How somebody was known: by a session, a key, at the terminal of the machine, or not at all. */
export type Via = 'session' | 'key' | 'terminal' | 'nobody';

/** One thing that was done, or tried. */
export interface AuditEntry {
  readonly at: Instant;
  /** The name of whoever did it; of somebody unknown, what they said they were. */
  readonly by: string;
  readonly via: Via;
  /** The operation by its name in the API, or a page's method and path. */
  readonly action: string;
  /** What it was done to: a path. */
  readonly target: string;
  /** `done`, or the code of the error. */
  readonly outcome: string;
  readonly address?: string;
  readonly requestId?: string;
}

export interface AuditFilter {
  readonly by?: string;
  readonly action?: string;
  readonly outcome?: string;
  /** From this instant, and before that one. */
  readonly from?: Instant;
  readonly before?: Instant;
}

/** Who did what, when and from where: written as it happens, and only added to. */
export interface Audit {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. @param cursor from a page's `next` @param limit 1–1000 */
  list(
    filter: AuditFilter,
    page: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<AuditEntry & { readonly id: number }>>;
}

/** The longest of its texts, in UTF-16 units. */
const LONGEST = 500;

export function createAudit(database: AccountsDatabase): Audit {
  return {
    async add({ at, by, via, action, target, outcome, address, requestId }) {
      const entry = {
        ...{ at, via },
        by: by.slice(0, LONGEST),
        action: action.slice(0, LONGEST),
        target: target.slice(0, LONGEST),
        outcome: outcome.slice(0, LONGEST),
        address: address ?? null,
        request_id: requestId ?? null,
      };
      await database.insertInto('audit').values(entry).execute();
    },
    async list({ by, action, outcome, from, before }, { cursor, limit }) {
      let wanted = database
        .selectFrom('audit')
        .selectAll()
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (by !== undefined) wanted = wanted.where('by', '=', by);
      if (action !== undefined) wanted = wanted.where('action', '=', action);
      if (outcome !== undefined) wanted = wanted.where('outcome', '=', outcome);
      if (from !== undefined) wanted = wanted.where('at', '>=', from);
      if (before !== undefined) wanted = wanted.where('at', '<', before);
      if (cursor !== undefined) wanted = wanted.where('id', '<', Number(cursor));
      const rows = await wanted.execute();
      const items = rows.slice(0, limit).map(({ address, request_id, ...row }) => ({
        ...row,
        ...(address !== null && { address }),
        ...(request_id !== null && { requestId: request_id }),
      }));
      const last = items.at(-1);
      return { items, ...(rows.length > limit && last && { next: String(last.id) }) };
    },
  };
}
