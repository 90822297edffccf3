import type { Request, Router } from 'express';
import express from 'express';
import type { ConcordancePage as Found } from '../../../memory/model/concordance.ts';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { FieldFault } from '../../../views/components/error-summary.tsx';
import type { PageMessages } from '../../../views/messages/pages.ts';
import { ConcordancePage } from '../../../views/pages/concordance.tsx';
import type { FormState } from '../../../views/pages/form.ts';
import { PATHS } from '../../../views/paths.ts';
import type { ConcordanceRequest } from '../../contract/concordance.ts';
import { concordanceQuery } from '../../contract/concordance.ts';
import { RIGHTS } from '../../contract/rights.ts';
import { wording } from '../../contract/wording.ts';
import type { Caller } from '../../services/caller.ts';
import type { ApiParts } from '../api.ts';
import { callerOf } from '../identify.ts';
import { faultyForm } from './form.ts';
import { messagesFor } from './language.ts';
import type { SendPage } from './page.ts';

const FIELDS = Object.keys(concordanceQuery.shape);

/** The search inside the memories. */
export function concordancePages({ access, concordance }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  const search = async (caller: Caller, given: Readonly<Record<string, string>>): Promise<Found | undefined> => {
    if (given['q'] === undefined) return undefined;
    const parsed = concordanceQuery.safeParse(given, { error: wording });
    if (parsed.success) {
      const { query } = await access.check(caller, RIGHTS.concordance, { query: parsed.data });
      return concordance.search(query as ConcordanceRequest);
    }
    const issues = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.'), message }));
    throw new CalqueError('bad-request', 'The search is not of the expected form.', { issues });
  };

  router.get(PATHS.concordance, async (request, response) => {
    const { cursor, ...values } = givenIn(request);
    const show = async (faults: FormState['faults'], found: Found | undefined, status: number): Promise<void> => {
      const memories = await access.memories(callerOf(response), 'reader');
      send(
        response,
        (context) => (
          <ConcordancePage
            context={context}
            memories={memories}
            form={{ values, faults }}
            {...(found && { found })}
            later={cursor !== undefined}
          />
        ),
        status,
      );
    };
    try {
      await show([], await search(callerOf(response), { ...values, ...(cursor !== undefined && { cursor }) }), 200);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      const { faults } = faultyForm(request, error, FIELDS);
      await show(
        faults.map((fault) => inOwnWords(fault, messagesFor(request))),
        undefined,
        error.status,
      );
    }
  });

  return router;
}

/** What is wrong with a field that has a form of its own is said by what it is called on the page. */
function inOwnWords(fault: FieldFault, { concordance, unitFilters }: PageMessages): FieldFault {
  switch (fault.field) {
    case 'within':
      return { ...fault, message: concordance.wrongWithin };
    case 'publishedFrom':
    case 'publishedTo':
    case 'changedFrom':
    case 'changedTo':
      return { ...fault, message: unitFilters.wrongDate(unitFilters[fault.field]) };
    default:
      return fault;
  }
}

/** The fields of the search that stand in the address. Those a person left empty are none. */
function givenIn({ query }: Request): Readonly<Record<string, string>> {
  const fields = FIELDS.map((name) => [name, query[name]] as const);
  return Object.fromEntries(fields.filter((field): field is [string, string] => isFilled(field[1])));
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
