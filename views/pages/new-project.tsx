import type { VNode } from 'preact';
import type { PageContext } from '../assets.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Choices, TextField } from '../components/field.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Layout } from '../layout.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { PATHS } from '../paths.ts';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';
import { ProvenanceFields } from './provenance-fields.tsx';
import { RequestKey } from './request-key.tsx';
import { TextOrFile, TRANSLATABLE_FILES } from './text-fields.tsx';

interface NewProjectPageProps {
  readonly context: PageContext;
  readonly form: FormState;
}

/** Starts a translation from a text. */
export function NewProjectPage({ context, form }: NewProjectPageProps): VNode {
  const said = context.messages.projects.create;
  return (
    <Layout context={context} title={said.title} section="projects" width="narrow">
      <PageHead title={said.title} lead={said.lead} />
      <form class="form" method="post" action={PATHS.newProject} encType="multipart/form-data">
        <RequestKey context={context} />
        <ErrorSummary title={said.failed} faults={form.faults} />
        <TextOrFile
          form={form}
          name="text"
          label={said.text}
          fileLabel={said.file}
          fileHint={context.messages.projects.fileHint}
          accept={TRANSLATABLE_FILES}
          rows={14}
          multiple
        />
        <DirectionChoice name="sourceLanguage" chosen={form.values['sourceLanguage'] ?? 'detect'} detected />
        <TextField {...fieldState(form, 'name')} name="name" label={said.name} hint={said.nameHint} maxLength={200} />
        <ProvenanceFields form={form} />
        <div class="form-actions">
          <Button type="submit" look="primary">
            {said.submit}
          </Button>
        </div>
      </form>
      <EmptyProject context={context} form={form} />
    </Layout>
  );
}

/** A project whose texts come later. */
function EmptyProject({ context, form }: NewProjectPageProps): VNode {
  const said = context.messages.projects.create;
  return (
    <details class="below-form" open={form.values['empty'] !== undefined}>
      <summary>{said.empty}</summary>
      <form class="form sheet" method="post" action={PATHS.newProject} encType="multipart/form-data">
        <RequestKey context={context} />
        <input type="hidden" name="empty" value="yes" />
        <TextField {...fieldState(form, 'emptyName')} name="emptyName" label={said.name} maxLength={200} required />
        <DirectionChoice name="emptySource" chosen={form.values['emptySource'] ?? 'fr'} />
        <div class="form-actions">
          <Button type="submit">{said.submitEmpty}</Button>
        </div>
      </form>
    </details>
  );
}

interface DirectionChoiceProps {
  readonly name: string;
  readonly chosen: string;
  /** The text may show it, which it does unless it is very short. */
  readonly detected?: boolean;
}

/** Which way it is translated. */
export function DirectionChoice({ name, chosen, detected = false }: DirectionChoiceProps): VNode {
  const said = usePageMessages().projects.create;
  return (
    <Choices
      legend={said.direction}
      name={name}
      pick="one"
      options={[
        ...(detected ? [{ value: 'detect', label: said.detect }] : []),
        { value: 'fr', label: said.fromFrench },
        { value: 'en', label: said.fromEnglish },
      ]}
      chosen={[chosen]}
    />
  );
}
