import type { VNode } from 'preact';
import type { PageContext } from '../assets.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Choices, TextField } from '../components/field.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Layout } from '../layout.tsx';
import { PATHS } from '../paths.ts';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';
import { ProvenanceFields } from './provenance-fields.tsx';
import { TextOrFile, TRANSLATABLE_FILES } from './text-fields.tsx';

interface NewProjectPageProps {
  readonly context: PageContext;
  readonly form: FormState;
}

/** Starts a translation from a text. */
export function NewProjectPage({ context, form }: NewProjectPageProps): VNode {
  return (
    <Layout context={context} title="New translation" section="projects" width="narrow">
      <PageHead
        title="New translation"
        lead="Paste the new coverage, or choose a file. It is cut into segments, and every sentence the memories know is suggested."
      />
      <form class="form" method="post" action={PATHS.newProject} encType="multipart/form-data">
        <ErrorSummary title="The translation was not started" faults={form.faults} />
        <TextOrFile form={form} name="text" label="Text" fileLabel="Or a file" rows={14} {...TRANSLATABLE_FILES} />
        <DirectionChoice form={form} />
        <TextField
          {...fieldState(form, 'name')}
          name="name"
          label="Name"
          hint="The first words of the text, if left empty."
          maxLength={200}
        />
        <ProvenanceFields form={form} />
        <div class="form-actions">
          <Button type="submit" look="primary">
            Start translating
          </Button>
        </div>
      </form>
    </Layout>
  );
}

/** Which way it is translated; the text shows it unless it is very short. */
function DirectionChoice({ form }: { readonly form: FormState }): VNode {
  return (
    <Choices
      legend="Direction"
      name="sourceLanguage"
      pick="one"
      options={[
        { value: 'detect', label: 'As the text shows' },
        { value: 'fr', label: 'French to English' },
        { value: 'en', label: 'English to French' },
      ]}
      chosen={[form.values['sourceLanguage'] ?? 'detect']}
    />
  );
}
