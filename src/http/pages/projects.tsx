import type { Request, Response, Router } from 'express';
import express from 'express';
import type { ReadingWarning } from '../../../memory/model/document.ts';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { Language } from '../../../memory/model/language.ts';
import { languageOf, otherLanguage, parseLanguageTag } from '../../../memory/model/language.ts';
import type { Project, ProjectDocument } from '../../../memory/model/project.ts';
import type { Actor } from '../../../memory/store/store.ts';
import { readDateLine } from '../../../memory/text/date-line.ts';
import { DocumentReadPage } from '../../../views/pages/document-read.tsx';
import type { FormState } from '../../../views/pages/form.ts';
import { UNSENT } from '../../../views/pages/form.ts';
import { NewProjectPage } from '../../../views/pages/new-project.tsx';
import { FUZZY_RATES } from '../../../views/pages/pretranslate.tsx';
import { ProjectPage } from '../../../views/pages/project.tsx';
import { ProjectsPage } from '../../../views/pages/projects.tsx';
import { RevisionPage } from '../../../views/pages/revision.tsx';
import { editorPath, PATHS, projectPath } from '../../../views/paths.ts';
import type { ArticleReader } from '../../services/article-reader.ts';
import { mentionsOf } from '../../services/mentions.ts';
import type { BroughtFiles } from '../../services/project-files.ts';
import { isXliff } from '../../services/xliff-files.ts';
import type { ApiParts } from '../api.ts';
import { callerOf } from '../identify.ts';
import type { SentFile } from './form.ts';
import { documentOf, faultyForm, fieldsOf, fileOf, filesOf, inField, readForm } from './form.ts';
import type { SendPage } from './page.ts';
import { actorOf, identityIn } from './page.ts';
import { PROVENANCE_FIELDS, readProvenanceFields } from './provenance-form.ts';
import { newMentions } from './seen-mentions.ts';
import { submitOnce } from './submit-once.ts';

/** The longest name made of a text's first words or its file's name, in characters. */
const NAME_LENGTH = 60;

/** What the form sends where the language is to be read from the text. */
const DETECT = 'detect';

/** The fields that a fault can be shown at. */
const FIELDS = ['text', 'textFile', 'sourceLanguage', 'name', 'emptyName', 'emptySource', ...PROVENANCE_FIELDS];

/** Projects: the list, a new one, one with its documents. */
export function projectPages(
  { once, store, access, reader, projects, jobs, revisions, projectFiles, xliffFiles, clock }: ApiParts,
  send: SendPage,
): Router {
  const router = express.Router();

  router.get(PATHS.projects, async (request, response) => {
    const caller = callerOf(response);
    const [projects, memories] = await Promise.all([access.projects(caller), access.memories(caller, 'reader')]);
    const mentions = await mentionsOf(caller, projects, store);
    const unitCount = memories.reduce((sum, memory) => sum + memory.unitCount, 0);
    const { size } = newMentions(mentions, request, response);
    send(response, (context) => <ProjectsPage {...{ context, projects, unitCount }} newMentions={size} />);
  });

  router.get(PATHS.newProject, (_request, response) => {
    send(response, (context) => <NewProjectPage context={context} form={UNSENT} />);
  });

  router.post(PATHS.newProject, readForm, async (request, response) => {
    const actor = actorOf(response, clock);
    try {
      if (fieldsOf(request)['empty'] !== undefined) {
        const { id } = await submitOnce(once, request, actor, () => createEmpty(request, actor));
        return response.redirect(303, projectPath(id));
      }
      const { project, documents, warnings } = await submitOnce(once, request, actor, () => create(request, actor));
      openDocuments(response, project.id, documents, warnings);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      const form = faultyForm(request, error, FIELDS);
      send(response, (context) => <NewProjectPage context={context} form={form} />, error.status);
    }
  });

  /** Leads to what was added – one document into the editor – by way of what was decided while it was read, where anything was. */
  const openDocuments = (
    response: Response,
    projectId: number,
    documents: readonly ProjectDocument[],
    warnings: readonly ReadingWarning[],
  ): void => {
    const [document, second] = documents;
    const alone = document !== undefined && second === undefined ? document : undefined;
    const href = alone ? editorPath(projectId, alone.id) : projectPath(projectId);
    if (warnings.length === 0) {
      response.redirect(303, href);
      return;
    }
    send(
      response,
      (context) => (
        <DocumentReadPage
          context={context}
          title={alone?.name ?? context.messages.projects.documents}
          section="projects"
          href={href}
          goOn={alone ? context.messages.importing.read.toEditor : context.messages.importing.read.toProject}
          warnings={warnings}
        />
      ),
      201,
    );
  };

  const create = async (request: Request, actor: Actor): Promise<BroughtFiles & { readonly project: Project }> => {
    const several = severalOf(request);
    if (several) {
      const name = fieldsOf(request)['name']?.trim() || shortName(several[0]?.name ?? '');
      return inForm(several, () => projectFiles.create(several, name, statedSource(request), actor));
    }
    const xliff = xliffOf(request);
    if (!xliff) return createFromText(request, actor);
    const { project, document } = await inField('textFile', xliff, () => xliffFiles.create(xliff, actor));
    return { project, documents: [document], warnings: [] };
  };

  const createEmpty = (request: Request, actor: Actor): Promise<Project> => {
    const { emptyName = '', emptySource = '' } = fieldsOf(request);
    const source = languageOf(parseLanguageTag(emptySource, 'emptySource'));
    const name = emptyName.trim();
    if (name === '') throw new CalqueError('empty-text', 'The project has no name yet.', { where: 'emptyName' });
    return projects.create({ name, sourceLanguage: source, targetLanguage: otherLanguage(source) }, actor);
  };

  const createFromText = async (request: Request, actor: Actor) => {
    const given = await readGiven(request, reader);
    const { project, document } = await projects.createFromText(given, statedSource(request), actor);
    return { project, documents: [document], warnings: given.document.warnings };
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
    const actor = actorOf(response, clock);
    try {
      const several = severalOf(request);
      const xliff = xliffOf(request);
      if (several) {
        const { documents, warnings } = await inForm(several, () => projectFiles.add(id, several, actor));
        openDocuments(response, id, documents, warnings);
      } else if (xliff) {
        const added = await inField('textFile', xliff, () => xliffFiles.add(id, xliff, actor));
        openDocuments(response, id, [added], []);
      } else {
        const given = await readGiven(request, reader);
        const document = await projects.addText(id, given, actor);
        openDocuments(response, id, [document], given.document.warnings);
      }
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

  router.post(PATHS.projectDirection, readForm, async (request, response) => {
    const id = identityIn(request.params['id']);
    const source = languageOf(parseLanguageTag(fieldsOf(request)['direction'] ?? '', 'direction'));
    await store.changeProject(id, { sourceLanguage: source, targetLanguage: otherLanguage(source) });
    response.redirect(303, projectPath(id));
  });

  router.post(PATHS.deleteDocument, async (request, response) => {
    const id = identityIn(request.params['id']);
    const document = await projects.documentOf(id, identityIn(request.params['documentId']));
    await store.deleteProjectDocument(document.id);
    response.redirect(303, projectPath(id));
  });

  router.post(`${PATHS.project}/delete`, async (request, response) => {
    await store.deleteProject(identityIn(request.params['id']));
    response.redirect(303, PATHS.projects);
  });

  return router;
}

/** The files that were sent, where there are several; a text that was pasted with them is refused. */
function severalOf(request: Request): readonly SentFile[] | undefined {
  const files = filesOf(request, 'textFile');
  if (files.length < 2) return undefined;
  if ((fieldsOf(request)['text'] ?? '').trim() === '') return files;
  const message = 'The text was pasted and chosen as files; send one of the two.';
  throw new CalqueError('bad-request', message, { where: 'textFile' });
}

/** Has an error that names one of the files name the field that they came in. */
async function inForm<T>(files: readonly SentFile[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const one = error instanceof CalqueError && files.find(({ name }) => name === error.details.where);
    return inField('textFile', one || { name: '', bytes: new Uint8Array() }, () => Promise.reject(error));
  }
}

/** The language that the form says the text is in; `undefined` where the text is to show it. */
function statedSource(request: Request): Language | undefined {
  const stated = fieldsOf(request)['sourceLanguage'] || DETECT;
  return stated === DETECT ? undefined : languageOf(parseLanguageTag(stated, 'sourceLanguage'));
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
