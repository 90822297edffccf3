import type { Request, Response, Router } from 'express';
import express from 'express';
import type { ReadingWarning } from '../../../memory/model/document.ts';
import { CalqueError } from '../../../memory/model/errors.ts';
import { languageOf, parseLanguageTag } from '../../../memory/model/language.ts';
import type { ProjectDocument } from '../../../memory/model/project.ts';
import type { Actor } from '../../../memory/store/store.ts';
import { readDateLine } from '../../../memory/text/date-line.ts';
import { DocumentReadPage } from '../../../views/pages/document-read.tsx';
import { EditorPage } from '../../../views/pages/editor.tsx';
import type { FormState } from '../../../views/pages/form.ts';
import { UNSENT } from '../../../views/pages/form.ts';
import { NewProjectPage } from '../../../views/pages/new-project.tsx';
import { FUZZY_RATES } from '../../../views/pages/pretranslate.tsx';
import { ProjectPage } from '../../../views/pages/project.tsx';
import { ProjectsPage } from '../../../views/pages/projects.tsx';
import { ReadingPage } from '../../../views/pages/reading.tsx';
import { RevisionPage } from '../../../views/pages/revision.tsx';
import { editorPath, PATHS, readingPath } from '../../../views/paths.ts';
import { mayAs } from '../../contract/roles.ts';
import type { ArticleReader } from '../../services/article-reader.ts';
import { houseRules } from '../../services/house-rules.ts';
import { isXliff } from '../../services/xliff-files.ts';
import type { ApiParts } from '../api.ts';
import { callerOf } from '../identify.ts';
import { documentOf, faultyForm, fieldsOf, fileOf, inField, readForm } from './form.ts';
import type { SendPage } from './page.ts';
import { actorOf, identityIn } from './page.ts';
import { PROVENANCE_FIELDS, readProvenanceFields } from './provenance-form.ts';
import { submitOnce } from './submit-once.ts';

/** The longest name made of a text's first words or its file's name, in characters. */
const NAME_LENGTH = 60;

/** What the form sends where the language is to be read from the text. */
const DETECT = 'detect';

/** The fields that a fault can be shown at. */
const FIELDS = ['text', 'textFile', 'sourceLanguage', 'name', ...PROVENANCE_FIELDS];

/** Projects: the list, a new one, one with its documents, and the editor. */
export function projectPages(
  { once, store, access, lookup, reader, projects, jobs, revisions, xliffFiles, clock }: ApiParts,
  send: SendPage,
): Router {
  const router = express.Router();

  router.get(PATHS.projects, async (_request, response) => {
    const caller = callerOf(response);
    const [all, memories] = await Promise.all([access.projects(caller), access.memories(caller, 'reader')]);
    const unitCount = memories.reduce((sum, memory) => sum + memory.unitCount, 0);
    send(response, (context) => <ProjectsPage context={context} projects={all} unitCount={unitCount} />);
  });

  router.get(PATHS.newProject, (_request, response) => {
    send(response, (context) => <NewProjectPage context={context} form={UNSENT} />);
  });

  router.post(PATHS.newProject, readForm, async (request, response) => {
    try {
      const made = await submitOnce(once, request, actorOf(response, clock), () =>
        create(request, actorOf(response, clock)),
      );
      openDocument(response, made.project.id, made.document, made.warnings);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      const form = faultyForm(request, error, FIELDS);
      send(response, (context) => <NewProjectPage context={context} form={form} />, error.status);
    }
  });

  /** Leads into the editor, by way of what was decided while the document was read, where anything was. */
  const openDocument = (
    response: Response,
    projectId: number,
    document: ProjectDocument,
    warnings: readonly ReadingWarning[],
  ): void => {
    if (warnings.length === 0) response.redirect(303, editorPath(projectId, document.id));
    else
      send(
        response,
        (context) => (
          <DocumentReadPage
            context={context}
            title={document.name}
            section="projects"
            href={editorPath(projectId, document.id)}
            goOn={context.messages.importing.read.toEditor}
            warnings={warnings}
          />
        ),
        201,
      );
  };

  const create = async (request: Request, actor: Actor) => {
    const xliff = xliffOf(request);
    if (!xliff) return createFromText(request, actor);
    const made = await inField('textFile', xliff, () => xliffFiles.create(xliff, actor));
    return { ...made, warnings: [] };
  };

  const createFromText = async (request: Request, actor: Actor) => {
    const given = await readGiven(request, reader);
    const stated = fieldsOf(request)['sourceLanguage'] || DETECT;
    const source = stated === DETECT ? undefined : languageOf(parseLanguageTag(stated, 'sourceLanguage'));
    const made = await projects.createFromText(given, source, actor);
    return { ...made, warnings: given.document.warnings };
  };

  const sendProject = async (response: Response, id: number, form: FormState, status?: number): Promise<void> => {
    const [project, documents, memories] = await Promise.all([
      store.getProject(id),
      store.listProjectDocuments(id),
      store.listMemories(),
    ]);
    send(
      response,
      (context) => (
        <ProjectPage context={context} project={project} documents={documents} memories={memories} form={form} />
      ),
      status,
    );
  };

  router.get(PATHS.project, (request, response) => sendProject(response, identityIn(request.params['id']), UNSENT));

  router.post(`${PATHS.project}/documents`, readForm, async (request, response) => {
    const id = identityIn(request.params['id']);
    try {
      const xliff = xliffOf(request);
      if (xliff) {
        const added = await inField('textFile', xliff, () => xliffFiles.add(id, xliff, actorOf(response, clock)));
        return response.redirect(303, editorPath(id, added.id));
      }
      const given = await readGiven(request, reader);
      const document = await projects.addText(id, given, actorOf(response, clock));
      openDocument(response, id, document, given.document.warnings);
    } catch (error) {
      if (!(error instanceof CalqueError) || error.code === 'not-found') throw error;
      await sendProject(response, id, faultyForm(request, error, FIELDS), error.status);
    }
  });

  router.post(`${PATHS.project}/revisions`, readForm, async (request, response) => {
    const id = identityIn(request.params['id']);
    try {
      const file = fileOf(request, 'revisionFile');
      if (file === undefined) throw new CalqueError('empty-text', 'No file was chosen.', { where: 'revisionFile' });
      const report = await inField('revisionFile', file, () =>
        revisions.read(id, file.bytes, file.name, actorOf(response, clock)),
      );
      const project = await store.getProject(id);
      send(response, (context) => (
        <RevisionPage context={context} project={project} file={file.name} report={report} />
      ));
    } catch (error) {
      if (!(error instanceof CalqueError) || error.code === 'not-found') throw error;
      await sendProject(response, id, faultyForm(request, error, ['revisionFile']), error.status);
    }
  });

  router.post(`${PATHS.project}/pretranslate`, readForm, async (request, response) => {
    const { id: project } = await store.getProject(identityIn(request.params['id']));
    const { fuzzy = '', machine } = fieldsOf(request);
    const rules = {
      adapted: true,
      ...(FUZZY_RATES.some((rate) => rate === fuzzy) && { fuzzy: Number(fuzzy) }),
      machine: machine === 'yes',
    };
    await jobs.add('pretranslate', { project, ...rules }, actorOf(response, clock));
    response.redirect(303, PATHS.jobs);
  });

  router.post(`${PATHS.project}/delete`, async (request, response) => {
    await store.deleteProject(identityIn(request.params['id']));
    response.redirect(303, PATHS.projects);
  });

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
    const rules = await houseRules(store);
    send(response, (context) => (
      <EditorPage context={context} project={project} document={document} rules={rules} machine={lookup.engine} />
    ));
  });

  return router;
}

/** The file that was sent, where it is XLIFF. */
function xliffOf(request: Request) {
  const file = fileOf(request, 'textFile');
  return file && isXliff(file) ? file : undefined;
}

async function readGiven(request: Request, reader: ArticleReader) {
  const fields = fieldsOf(request);
  const document = await reader.read(documentOf(request, 'text', 'The text'));
  const name = fields['name']?.trim() || shortName(fileOf(request, 'textFile')?.name ?? firstLine(document.text));
  return { name, document, provenance: readProvenanceFields(fields) };
}

/** The first line of a text after its date line. */
function firstLine(text: string): string {
  return (
    text
      .slice(readDateLine(text)?.end ?? 0)
      .trim()
      .split('\n', 1)[0] ?? ''
  );
}

/** A name that a project can have, cut between words. */
function shortName(text: string): string {
  const shown = text.replaceAll(/[\s\p{C}]+/gu, ' ').trim() || 'Untitled';
  if (shown.length <= NAME_LENGTH) return shown;
  const cut = shown.slice(0, NAME_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))}…`;
}
