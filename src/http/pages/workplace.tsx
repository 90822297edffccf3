import type { Router } from 'express';
import express from 'express';
import type { Memory } from '../../../memory/model/unit.ts';
import type { EditorWorker } from '../../../views/pages/editor.tsx';
import { EditorPage } from '../../../views/pages/editor.tsx';
import { ReadingPage } from '../../../views/pages/reading.tsx';
import { PATHS, readingPath } from '../../../views/paths.ts';
import { mayAs } from '../../contract/roles.ts';
import type { Caller } from '../../services/caller.ts';
import { houseRules } from '../../services/house-rules.ts';
import type { ApiParts } from '../api.ts';
import { callerOf } from '../identify.ts';
import type { SendPage } from './page.ts';
import { identityIn } from './page.ts';

/** One document of a project: to be read, and to be worked on. */
export function workplacePages({ accounts, store, access, lookup, projects }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  router.get(PATHS.reading, async (request, response) => {
    const project = await store.getProject(identityIn(request.params['id']));
    const document = await projects.documentOf(project.id, identityIn(request.params['documentId']));
    const segments = await store.listSegments(document.id);
    const alone = request.query['alone'] !== undefined;
    send(response, (context) => (
      <ReadingPage context={context} project={project} document={document} segments={segments} alone={alone} />
    ));
  });

  router.get(PATHS.editor, async (request, response) => {
    const project = await store.getProject(identityIn(request.params['id']));
    const document = await projects.documentOf(project.id, identityIn(request.params['documentId']));
    const caller = callerOf(response);
    // Who may not write reads: the editor has nothing for them that the reading view has not.
    if (!mayAs(caller.roleIn({ project: project.id }), 'translator')) {
      return response.redirect(303, readingPath(project.id, document.id));
    }
    const [rules, documents, worker] = await Promise.all([
      houseRules(store),
      store.listProjectDocuments(project.id),
      workerOf(caller),
    ]);
    send(response, (context) => (
      <EditorPage {...{ context, project, document, documents, rules, worker }} machine={lookup.engine} />
    ));
  });

  const workerOf = async (caller: Caller): Promise<EditorWorker> => {
    const [people, memories] = await Promise.all([accounts.people.list(), access.memories(caller, 'reader')]);
    const isFixed = ({ id, readOnly }: Memory) => readOnly || !mayAs(caller.roleIn({ memory: id }), 'reviewer');
    return {
      name: caller.name,
      people: people.filter(({ disabled }) => !disabled).map(({ name }) => name),
      fixedMemories: memories.filter(isFixed).map(({ id }) => id),
      beginsTermbase: mayAs(caller.role, 'reviewer'),
    };
  };

  return router;
}
