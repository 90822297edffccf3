import type { VNode } from 'preact';
import type { ProjectDocument } from '../../memory/model/project.ts';
import { Icon } from '../components/icon.tsx';
import { percentDone } from '../components/progress-bar.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { editorPath } from '../paths.ts';

interface DocumentSwitchProps {
  /** All of a project, in order. */
  readonly documents: readonly ProjectDocument[];
  readonly current: ProjectDocument;
}

/** From one document of a project to another: the one before, the one after, or any of the list with how far each is. */
export function DocumentSwitch({ documents, current }: DocumentSwitchProps): VNode {
  const { format, projects, workplace: said } = usePageMessages();
  const place = documents.findIndex(({ id }) => id === current.id);
  return (
    <nav class="document-switch" aria-label={projects.documents}>
      <Step to={documents[place - 1]} rel="prev" icon="up" label={said.previousDocument} />
      <details>
        <summary class="button button-small">{said.documentOf(place + 1, documents.length)}</summary>
        <ol class="document-list">
          {documents.map((document) => (
            <li key={document.id}>
              <a
                href={editorPath(document.projectId, document.id)}
                {...(document.id === current.id && { 'aria-current': 'page' as const })}
              >
                <span>{document.name}</span>
                <span class="small quiet">{format.percent(percentDone(document.progress))}</span>
              </a>
            </li>
          ))}
        </ol>
      </details>
      <Step to={documents[place + 1]} rel="next" icon="down" label={said.nextDocument} />
    </nav>
  );
}

interface StepProps {
  readonly to: ProjectDocument | undefined;
  readonly rel: 'prev' | 'next';
  readonly icon: 'up' | 'down';
  readonly label: string;
}

function Step({ to, rel, icon, label }: StepProps): VNode | null {
  if (to === undefined) return null;
  return (
    <a
      class="icon-button"
      href={editorPath(to.projectId, to.id)}
      rel={rel}
      aria-label={label}
      title={`${label}: ${to.name}`}
    >
      <Icon name={icon} />
    </a>
  );
}
