import type { VNode } from 'preact';
import type { Project } from '../../memory/model/project.ts';
import type { Termbase } from '../../memory/model/termbase.ts';
import type { Memory } from '../../memory/model/unit.ts';
import type { PageContext } from '../assets.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Choices, SelectField, TextField } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Layout } from '../layout.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { PATHS, projectPath, projectSettingsPath } from '../paths.ts';
import { type FormState, fieldState } from './form.ts';

interface ProjectSettingsPageProps {
  readonly context: PageContext;
  readonly project: Project;
  /** Those that whoever asks may look into. */
  readonly memories: readonly Memory[];
  readonly termbases: readonly Termbase[];
  /** Of a memory, the fields `memory.7.use`, `memory.7.priority` and `memory.7.penalty`; of a termbase, `termbase.7`. */
  readonly form: FormState;
  readonly saved: boolean;
}

/** What a project works with, and how much each memory is worth in it. */
export function ProjectSettingsPage(props: ProjectSettingsPageProps): VNode {
  const { context, project, form, saved } = props;
  const { projects, projectSettings: said } = context.messages;
  return (
    <Layout
      context={context}
      title={`${said.title} – ${project.name}`}
      section="projects"
      breadcrumb={[
        { label: projects.title, href: PATHS.projects },
        { label: project.name, href: projectPath(project.id) },
      ]}
    >
      <PageHead title={said.title} lead={said.lead} />
      <div class="stack-loose">
        {saved && <Notice tone="good" title={said.saved} />}
        <form class="form sheet" method="post" action={projectSettingsPath(project.id)}>
          <ErrorSummary title={said.failed} faults={form.faults} />
          <TextField {...fieldState(form, 'name')} name="name" label={said.name} maxLength={200} required />
          <Memories {...props} />
          <Termbases {...props} />
          <div class="form-actions">
            <Button type="submit" look="primary">
              {said.save}
            </Button>
          </div>
        </form>
      </div>
    </Layout>
  );
}

function Memories({ memories, form }: ProjectSettingsPageProps): VNode {
  const { projectSettings: said } = usePageMessages();
  if (memories.length === 0) return <p>{said.noMemory}</p>;
  return (
    <>
      <h2>{said.memories}</h2>
      {memories.map((memory) => (
        <MemoryFields key={memory.id} memory={memory} form={form} />
      ))}
      <SelectField
        {...fieldState(form, 'write')}
        name="write"
        label={said.write}
        options={[
          { value: '', label: said.nowhere },
          ...memories.filter(({ readOnly }) => !readOnly).map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
    </>
  );
}

function MemoryFields({ memory, form }: { readonly memory: Memory; readonly form: FormState }): VNode {
  const { projectSettings: said } = usePageMessages();
  const { id, name, priority, penalty, readOnly } = memory;
  const field = (part: string) => ({ ...fieldState(form, `memory.${id}.${part}`), name: `memory.${id}.${part}` });
  return (
    <fieldset class="field-group term">
      <legend class="for-readers">{name}</legend>
      <label class="choice">
        <input type="checkbox" name={`memory.${id}.use`} value="yes" checked={field('use').value === 'yes'} />
        <span>
          {said.use(name)}
          {readOnly && <span class="quiet"> ({said.readOnly})</span>}
        </span>
      </label>
      <div class="field-row">
        <TextField {...field('priority')} label={said.priority} hint={said.priorityHint(priority)} maxLength={5} />
        <TextField {...field('penalty')} label={said.penalty} hint={said.penaltyHint(penalty)} maxLength={3} />
      </div>
    </fieldset>
  );
}

function Termbases({ termbases, form }: ProjectSettingsPageProps): VNode {
  const { projectSettings: said } = usePageMessages();
  return (
    <>
      <h2>{said.termbases}</h2>
      {termbases.length === 0 && <p class="quiet">{said.noTermbase}</p>}
      <Choices
        legend={said.which}
        name="termbases"
        pick="one"
        options={[
          { value: 'all', label: said.every },
          { value: 'some', label: said.some },
        ]}
        chosen={[form.values['termbases'] ?? 'all']}
      />
      {termbases.length > 0 && (
        <fieldset class="field-group">
          <legend class="for-readers">{said.some}</legend>
          {termbases.map(({ id, name }) => (
            <label key={id} class="choice">
              <input
                type="checkbox"
                name={`termbase.${id}`}
                value="yes"
                checked={form.values[`termbase.${id}`] === 'yes'}
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
