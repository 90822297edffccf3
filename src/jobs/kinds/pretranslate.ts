import { z } from 'zod';
import { projectPretranslation } from '../../contract/pretranslations.ts';
import { kindOf } from '../kind.ts';

/** Fills the empty targets of a project, as drafts. What is filled already is passed over when it is begun again. */
export const pretranslate = kindOf({
  kind: 'pretranslate',
  input: projectPretranslation.extend({ project: z.number() }),
  async run({ project, document, ...rules }, { store, projects, pretranslation }, { by, report }) {
    const documents =
      document === undefined
        ? await store.listProjectDocuments(project)
        : [await projects.documentOf(project, document)];
    return pretranslation.documents(documents, rules, () => ({ by, at: new Date().toISOString() }), report);
  },
});
