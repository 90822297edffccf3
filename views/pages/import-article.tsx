import type { VNode } from 'preact';
import type { PageContext } from '../assets.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { TextField } from '../components/field.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Layout } from '../layout.tsx';
import { PATHS } from '../paths.ts';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';
import { ProvenanceFields } from './provenance-fields.tsx';
import { TextOrFile } from './text-fields.tsx';

interface ImportArticlePageProps {
  readonly context: PageContext;
  readonly form: FormState;
}

/** Brings an article that is out in both languages into a memory. */
export function ImportArticlePage({ context, form }: ImportArticlePageProps): VNode {
  return (
    <Layout context={context} title="Import an article" section="import">
      <PageHead
        title="Import an article"
        lead="Give both language versions. Their sentences are aligned and stored with where they come from; the credit note and the date are read from the text."
      />
      <form class="form" method="post" action={PATHS.importArticle} encType="multipart/form-data">
        <ErrorSummary title="The article was not imported" faults={form.faults} />
        <div class="field-row">
          <TextOrFile form={form} name="fr" label="French text" fileLabel="Or a French file" rows={12} lang="fr" />
          <TextOrFile form={form} name="en" label="English text" fileLabel="Or an English file" rows={12} lang="en" />
        </div>
        <ProvenanceFields form={form}>
          <TextField {...fieldState(form, 'title')} name="title" label="Title" maxLength={1000} />
        </ProvenanceFields>
        <TextField
          {...fieldState(form, 'memory')}
          name="memory"
          label="Memory"
          hint="It is made when there is none of that name."
          required
          maxLength={200}
        />
        <div class="form-actions">
          <Button type="submit" look="primary" icon="upload">
            Align and store
          </Button>
        </div>
      </form>
    </Layout>
  );
}
