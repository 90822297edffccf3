import type { Router } from 'express';
import express from 'express';
import { isCalled, mentionsIn } from '../../../memory/model/comment.ts';
import { MentionsPage } from '../../../views/pages/mentions.tsx';
import { StatisticsPage } from '../../../views/pages/statistics.tsx';
import { PATHS } from '../../../views/paths.ts';
import { SPANS, statisticsOf } from '../../services/statistics.ts';
import type { ApiParts } from '../api.ts';
import { callerOf } from '../identify.ts';
import type { SendPage } from './page.ts';

/** As many comments that speak to somebody are looked through, the newest. */
const LOOKED_THROUGH = 1000;

/** What goes across projects: work over time, and what is said to whoever asks. */
export function overviewPages({ store, access, clock }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  router.get(PATHS.statistics, async (request, response) => {
    const span = SPANS.find((one) => one === request.query['by']) ?? 'day';
    const projects = await access.projects(callerOf(response));
    const statistics = await statisticsOf(store, projects, span, new Date(clock()));
    send(response, (context) => <StatisticsPage context={context} statistics={statistics} />);
  });

  router.get(PATHS.mentions, async (_request, response) => {
    const caller = callerOf(response);
    const permitted = new Set((await access.projects(caller)).map(({ id }) => id));
    const all = await store.listSpeakingComments(LOOKED_THROUGH);
    // Where nobody has an account, whoever is there is meant.
    const isMeant = (name: string) => caller.via === 'alone' || isCalled(name, caller.name);
    const comments = all.filter(({ projectId, text }) => permitted.has(projectId) && mentionsIn(text).some(isMeant));
    send(response, (context) => <MentionsPage context={context} comments={comments} />);
  });

  return router;
}
