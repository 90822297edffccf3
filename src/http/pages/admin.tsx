import type { Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import { AuditPage } from '../../../views/pages/admin/audit.tsx';
import { AdministrationPage } from '../../../views/pages/admin/overview.tsx';
import { PATHS } from '../../../views/paths.ts';
import type { AuditFilter } from '../../accounts/audit.ts';
import type { ApiParts } from '../api.ts';
import { faultyForm } from './form.ts';
import type { SendPage } from './page.ts';
import { identityIn } from './page.ts';

/** Entries of a page of the audit log, and of its end on the first page. */
const PAGE = 100;
const LAST = 8;
/** Jobs that are looked through for those that go on; older ones have ended. */
const LOOKED_AT = 1_000;
const DAY = 24 * 3600_000;

/** What there is to administer, and what was done. */
export function adminPages({ store, accounts, jobs }: ApiParts, send: SendPage): Router {
  const { people, rights, keys, audit } = accounts;
  const router = express.Router();

  router.get(PATHS.administration, async (_request, response) => {
    const [everybody, allKeys, allRights, memories, { items: newest }, log] = await Promise.all([
      people.list(),
      keys.list(),
      rights.list(),
      store.listMemories(),
      jobs.list({ limit: LOOKED_AT }),
      audit.list({}, { limit: LAST }),
    ]);
    send(response, (context) => (
      <AdministrationPage
        context={context}
        people={everybody.length}
        keptOut={everybody.filter(({ disabled }) => disabled).length}
        keys={allKeys.filter(({ revokedAt }) => revokedAt === undefined).length}
        rights={allRights.length}
        memories={memories.length}
        units={memories.reduce((sum, { unitCount }) => sum + unitCount, 0)}
        jobs={newest.filter(({ state }) => state === 'running' || state === 'queued').length}
        audit={log.items}
      />
    ));
  });

  router.get(PATHS.adminAudit, async (request, response) => {
    const { cursor, ...values } = textsOf(request.query);
    try {
      const page = { limit: PAGE, ...(cursor !== undefined && { cursor: String(identityIn(cursor)) }) };
      const { items, next } = await audit.list(filterIn(values), page);
      const form = { values, faults: [] };
      send(response, (context) => (
        <AuditPage context={context} entries={items} form={form} {...(next !== undefined && { next })} />
      ));
    } catch (error) {
      if (!(error instanceof CalqueError) || error.code !== 'bad-request') throw error;
      const { faults } = faultyForm(request, error, ['from', 'until']);
      const form = { values, faults };
      send(response, (context) => <AuditPage context={context} entries={[]} form={form} />, error.status);
    }
  });

  return router;
}

function textsOf(query: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const given = Object.entries(query).filter((one): one is [string, string] => typeof one[1] === 'string');
  return Object.fromEntries(given.map(([name, text]) => [name, text.trim()]).filter(([, text]) => text !== ''));
}

/** @throws CalqueError `bad-request` for a day that is none */
function filterIn({ by, action, outcome, from, until }: Readonly<Record<string, string>>): AuditFilter {
  return {
    ...(by !== undefined && { by }),
    ...(action !== undefined && { action }),
    ...(outcome !== undefined && { outcome }),
    ...(from !== undefined && { from: new Date(dayIn(from, 'from')).toISOString() }),
    ...(until !== undefined && { before: new Date(dayIn(until, 'until') + DAY).toISOString() }),
  };
}

function dayIn(text: string, where: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return time;
  throw new CalqueError('bad-request', 'A day is written 2027-01-31.', { where });
}
