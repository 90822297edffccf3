import type { VNode } from 'preact';
import type { HouseRules } from '../../memory/checks/house-rules.ts';
import type { Project, ProjectDocument } from '../../memory/model/project.ts';
import type { MemoryId } from '../../memory/model/unit.ts';
import type { PageContext } from '../assets.ts';
import { LinkButton } from '../components/button.tsx';
import { Languages } from '../components/languages.tsx';
import { Notice } from '../components/notice.tsx';
import { Layout } from '../layout.tsx';
import { exportPath, PATHS, projectPath, readingPath } from '../paths.ts';
import { DocumentSwitch } from './document-switch.tsx';

interface EditorPageProps {
  readonly context: PageContext;
  readonly project: Project;
  readonly document: ProjectDocument;
  /** All of the project, in order. */
  readonly documents: readonly ProjectDocument[];
  readonly rules: HouseRules;
  /** The service that translates by machine, where the installation has one. */
  readonly machine?: string | undefined;
  readonly worker: EditorWorker;
}

/** Who works in the editor. */
export interface EditorWorker {
  /** As histories and comments name them. */
  readonly name: string;
  /** Who can be spoken to in a comment, by name. */
  readonly people: readonly string[];
  /** The memories whose units they may not change. */
  readonly fixedMemories: readonly MemoryId[];
  /** They may make a termbase. */
  readonly beginsTermbase: boolean;
}

/** The shell of the editor: all that stands before its script runs. What the script needs to know is on `#editor`. */
export function EditorPage({ context, project, document, documents, rules, machine, worker }: EditorPageProps): VNode {
  const { projects, reading, workplace } = context.messages;
  return (
    <Layout
      context={context}
      title={document.name}
      section="projects"
      width="wide"
      styles={['views/styles/editor.css']}
      scripts={['views/editor/main.tsx']}
    >
      <div class="editor-head">
        <div class="editor-title">
          <p class="breadcrumb">
            <a href={PATHS.projects}>{workplace.projects}</a> / <a href={projectPath(project.id)}>{project.name}</a>
          </p>
          <h1>{document.name}</h1>
        </div>
        {documents.length > 1 && <DocumentSwitch documents={documents} current={document} />}
        <Languages source={project.sourceLanguage} target={project.targetLanguage} />
        <LinkButton href={readingPath(project.id, document.id)} small>
          {reading.open}
        </LinkButton>
        <nav class="page-actions" aria-label={workplace.export}>
          {document.file && (
            <LinkButton
              href={exportPath('original', project.id, document.id)}
              icon="download"
              small
              download
              label={projects.asOriginal}
            >
              {workplace.asOriginal}
            </LinkButton>
          )}
          <LinkButton href={exportPath('xliff', project.id, document.id)} icon="download" small download>
            XLIFF
          </LinkButton>
          <LinkButton href={exportPath('tmx', project.id, document.id)} icon="download" small download>
            TMX
          </LinkButton>
          <LinkButton href={exportPath('text', project.id, document.id)} icon="download" small download>
            {workplace.asText}
          </LinkButton>
        </nav>
      </div>
      <div
        id="editor"
        class="editor"
        data-project-id={project.id}
        data-document-id={document.id}
        data-source-language={project.sourceLanguage}
        data-target-language={project.targetLanguage}
        data-rules={JSON.stringify(rules)}
        data-machine={machine}
        data-person={worker.name}
        data-people={JSON.stringify(worker.people)}
        data-fixed-memories={JSON.stringify(worker.fixedMemories)}
        {...(worker.beginsTermbase && { 'data-begins-termbase': '' })}
        data-style-nonce={context.nonce}
      >
        <p class="editor-loading" role="status">
          {workplace.opening}
        </p>
        <noscript>
          <div class="page page-narrow">
            <Notice tone="warn" title={workplace.noScript}>
              <p>{workplace.noScriptText}</p>
            </Notice>
          </div>
        </noscript>
      </div>
    </Layout>
  );
}
