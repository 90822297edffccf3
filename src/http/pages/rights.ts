import type { RequestHandler, Response, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import { PATHS } from '../../../views/paths.ts';
import type { Right, Thing } from '../../contract/rights.ts';
import type { Access } from '../../services/access.ts';
import { callerOf } from '../identify.ts';

type Needed = Right['role'];

const anyone: Right = { role: 'anyone', named: [], otherwise: 'permitted' };
const permitted: Right = { role: 'reader', named: [], otherwise: 'permitted' };
const house = (role: Needed): Right => ({ role, named: [], otherwise: 'house' });
const everywhere = (role: Needed): Right => ({ role, named: [], otherwise: 'everywhere' });
const within = (role: Needed, thing: Thing): Right => ({
  role,
  named: [{ thing, at: 'params.id' }],
  otherwise: 'house',
});
/** A deleted unit no longer says whose it was: the memory of its address alone would not do. */
const unit = (role: Needed): Right => ({
  role,
  named: [
    { thing: 'memory', at: 'params.id' },
    { thing: 'unit', at: 'params.unitId' },
  ],
  otherwise: 'house',
});

/**
 * The right that each page and form needs, by method and path: what is not among them is not answered at all. Where a form
 * names a memory, its handler asks again, for that one.
 */
export const PAGE_RIGHTS: Readonly<Record<`${'GET' | 'POST'} /${string}`, Right>> = {
  [`GET ${PATHS.signIn}`]: anyone,
  [`POST ${PATHS.signIn}`]: anyone,
  [`GET ${PATHS.signInElsewhere}`]: anyone,
  [`GET ${PATHS.signedInElsewhere}`]: anyone,
  [`POST ${PATHS.signOut}`]: anyone,
  [`POST ${PATHS.language}`]: anyone,
  [`GET ${PATHS.account}`]: permitted,
  [`POST ${PATHS.account}`]: permitted,
  [`POST ${PATHS.accountKeys}`]: permitted,
  [`POST ${PATHS.accountKeyRevoke}`]: permitted,
  [`POST ${PATHS.accountSessionEnd}`]: permitted,
  [`GET ${PATHS.invitation}`]: anyone,
  [`POST ${PATHS.invitation}`]: anyone,
  [`GET ${PATHS.administration}`]: house('administrator'),
  [`GET ${PATHS.adminPeople}`]: house('administrator'),
  [`POST ${PATHS.adminPeople}`]: house('administrator'),
  [`GET ${PATHS.adminPerson}`]: house('administrator'),
  [`POST ${PATHS.adminPerson}`]: house('administrator'),
  [`POST ${PATHS.adminInvite}`]: house('administrator'),
  [`POST ${PATHS.adminSessionEnd}`]: house('administrator'),
  [`GET ${PATHS.adminKeys}`]: house('administrator'),
  [`POST ${PATHS.adminKeys}`]: house('administrator'),
  [`POST ${PATHS.adminKeyRevoke}`]: house('administrator'),
  [`GET ${PATHS.adminRights}`]: house('administrator'),
  [`POST ${PATHS.adminRights}`]: house('administrator'),
  [`POST ${PATHS.adminRightRemove}`]: house('administrator'),
  [`GET ${PATHS.adminAudit}`]: house('administrator'),

  [`GET ${PATHS.projects}`]: permitted,
  [`GET ${PATHS.statistics}`]: permitted,
  [`GET ${PATHS.mentions}`]: permitted,
  [`GET ${PATHS.newProject}`]: everywhere('translator'),
  [`POST ${PATHS.newProject}`]: everywhere('translator'),
  [`GET ${PATHS.project}`]: within('reader', 'project'),
  [`POST ${PATHS.project}/documents`]: within('translator', 'project'),
  [`POST ${PATHS.project}/revisions`]: within('translator', 'project'),
  [`POST ${PATHS.project}/pretranslate`]: within('translator', 'project'),
  [`POST ${PATHS.projectDirection}`]: within('reviewer', 'project'),
  [`POST ${PATHS.deleteDocument}`]: within('reviewer', 'project'),
  [`POST ${PATHS.project}/delete`]: within('reviewer', 'project'),
  [`GET ${PATHS.projectSettings}`]: within('reviewer', 'project'),
  [`POST ${PATHS.projectSettings}`]: within('reviewer', 'project'),
  [`GET ${PATHS.analysis}`]: within('reader', 'project'),
  [`POST ${PATHS.analysis}`]: within('translator', 'project'),
  [`GET ${PATHS.editor}`]: within('reader', 'project'),
  [`GET ${PATHS.reading}`]: within('reader', 'project'),

  [`GET ${PATHS.memories}`]: permitted,
  [`POST ${PATHS.memories}`]: permitted,
  [`POST ${PATHS.newMemory}`]: house('reviewer'),
  [`POST ${PATHS.memoryDelete}`]: within('administrator', 'memory'),
  [`GET ${PATHS.memory}`]: within('reader', 'memory'),
  [`GET ${PATHS.memoryReplace}`]: within('reader', 'memory'),
  [`POST ${PATHS.memoryReplace}`]: within('reviewer', 'memory'),
  [`GET ${PATHS.memoryPromote}`]: within('reader', 'memory'),
  [`POST ${PATHS.memoryPromote}`]: within('reviewer', 'memory'),
  [`POST ${PATHS.memoryDeletion}`]: within('reviewer', 'memory'),
  [`GET ${PATHS.memoryHealth}`]: within('reader', 'memory'),
  [`POST ${PATHS.memoryHealth}`]: within('reader', 'memory'),
  [`POST ${PATHS.memoryRepair}`]: within('reviewer', 'memory'),
  [`GET ${PATHS.memoryChanges}`]: within('reader', 'memory'),
  [`POST ${PATHS.undoBatch}`]: within('reviewer', 'batch'),
  [`GET ${PATHS.memorySettings}`]: within('administrator', 'memory'),
  [`POST ${PATHS.memorySettings}`]: within('administrator', 'memory'),
  [`GET ${PATHS.unit}`]: unit('reader'),
  [`POST ${PATHS.unit}`]: unit('reviewer'),
  [`POST ${PATHS.unitFlag}`]: unit('reviewer'),
  [`POST ${PATHS.unitDelete}`]: unit('reviewer'),
  [`POST ${PATHS.unitUndo}`]: unit('reviewer'),
  [`GET ${PATHS.termbases}`]: house('reader'),
  [`POST ${PATHS.termbases}`]: house('reviewer'),
  [`POST ${PATHS.termbaseImport}`]: house('reviewer'),
  [`GET ${PATHS.termbase}`]: house('reader'),
  [`GET ${PATHS.termbaseSettings}`]: house('administrator'),
  [`POST ${PATHS.termbaseSettings}`]: house('administrator'),
  [`POST ${PATHS.termbaseDelete}`]: house('administrator'),
  [`GET ${PATHS.termCandidates}`]: house('reader'),
  [`POST ${PATHS.termCandidates}`]: house('translator'),
  [`POST ${PATHS.decideCandidate}`]: house('translator'),
  [`GET ${PATHS.newEntry}`]: house('translator'),
  [`POST ${PATHS.newEntry}`]: house('translator'),
  [`GET ${PATHS.entry}`]: house('reader'),
  [`POST ${PATHS.entry}`]: house('reviewer'),
  [`POST ${PATHS.entryDelete}`]: house('reviewer'),
  [`POST ${PATHS.entryUndo}`]: house('reviewer'),
  [`GET ${PATHS.concordance}`]: permitted,
  [`GET ${PATHS.importArticle}`]: permitted,
  [`POST ${PATHS.importArticle}`]: permitted,
  [`GET ${PATHS.importArticles}`]: permitted,
  [`POST ${PATHS.importArticles}`]: permitted,
  [`GET ${PATHS.importArticlesJob}`]: within('reader', 'job'),
  [`GET ${PATHS.validate}`]: permitted,
  [`POST ${PATHS.validate}`]: permitted,
  [`GET ${PATHS.reviews}`]: permitted,
  [`GET ${PATHS.review}`]: within('reader', 'review'),
  [`POST ${PATHS.deleteReview}`]: within('translator', 'review'),

  [`GET ${PATHS.jobs}`]: permitted,
  [`POST ${PATHS.jobs}/:id/cancel`]: within('translator', 'job'),
  [`GET ${PATHS.settings}`]: permitted,
  [`POST ${PATHS.settings}`]: house('administrator'),
  [`POST ${PATHS.machineSettings}`]: house('administrator'),
  [`GET ${PATHS.apiDocs}`]: permitted,
};

/** Holds every request for a page against its right, before anything of it is read. */
export function pageGate(access: Access): Router {
  const gate = express.Router();
  for (const [line, right] of Object.entries(PAGE_RIGHTS)) {
    const [method, path = ''] = line.split(' ');
    const check: RequestHandler = async (request, response, next) => {
      const { params, query } = request;
      const identities = right.named.map(({ at }) => String(params[at.slice('params.'.length)]));
      if (!identities.every((one) => /^\d{1,15}$/.test(one))) throw nothingHere(request.path);
      await access.check(callerOf(response), right, { params, query });
      response.locals['allowed'] = true;
      next('router');
    };
    if (method === 'POST') gate.post(path, check);
    else gate.get(path, check);
  }
  return gate;
}

/** Lets those by whom the gate has let through. */
export const onlyAllowed: RequestHandler = (request, response: Response, next) => {
  if (response.locals['allowed'] !== true) throw nothingHere(request.path);
  next();
};

function nothingHere(where: string): CalqueError {
  return new CalqueError('not-found', 'There is no page at this address.', { where });
}
