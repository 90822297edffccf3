import type { Router } from 'express';
import express from 'express';
import { MentionsPage } from '../../../views/pages/mentions.tsx';
import { StatisticsPage } from '../../../views/pages/statistics.tsx';
import { PATHS } from '../../../views/paths.ts';
import { mentionsOf } from '../../services/mentions.ts';
import { SPANS, statisticsOf } from '../../services/statistics.ts';
import type { ApiParts } from '../api.ts';
import { callerOf } from '../identify.ts';
import type { SendPage } from './page.ts';
import { keepSeen, newMentions } from './seen-mentions.ts';

/** What goes across projects: work over time, and what is said to whoever asks. */
export function overviewPages({ store, access, clock }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  router.get(PATHS.statistics, async (request, response) => {
    const span = SPANS.find((one) => one === request.query['by']) ?? 'day';
    const projects = await access.projects(callerOf(response));
    const statistics = await statisticsOf(store, projects, span, new Date(clock()));
    send(response, (context) => <StatisticsPage context={context} statistics={statistics} />);
  });

  router.get(PATHS.mentions, async (request, response) => {
    const caller = callerOf(response);
    const comments = await mentionsOf(caller, await access.projects(caller), store);
    const unseen = newMentions(comments, request, response);
    keepSeen(comments, response);
    send(response, (context) => <MentionsPage context={context} comments={comments} unseen={unseen} />);
  });

  return router;
}
