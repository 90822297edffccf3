import type { VNode } from 'preact';
import type { PageContext } from '../assets.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FileField, TextField } from '../components/field.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Layout } from '../layout.tsx';
import { PATHS } from '../paths.ts';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';

interface ImportArticlesPageProps {
  readonly context: PageContext;
  readonly form: FormState;
}

/** Brings many articles at once, as a ZIP archive, into a memory. */
export function ImportArticlesPage({ context, form }: ImportArticlesPageProps): VNode {
  const { importing } = context.messages;
  const { batch } = importing;
  return (
    <Layout
      context={context}
      title={batch.title}
      section="import"
      width="narrow"
      breadcrumb={[{ label: importing.section, href: PATHS.importArticle }]}
    >
      <PageHead title={batch.title} lead={batch.lead} />
      <form class="form" method="post" action={PATHS.importArticles} encType="multipart/form-data">
        <ErrorSummary title={batch.failed} faults={form.faults} />
        <FileField
          name="archiveFile"
          label={batch.file}
          hint={batch.fileHint}
          accept=".zip,application/zip"
          required
          error={fieldState(form, 'archiveFile').error}
        />
        <TextField
          {...fieldState(form, 'memory')}
          name="memory"
          label={importing.memory}
          hint={importing.memoryHint}
          required
          maxLength={200}
        />
        <div class="form-actions">
          <Button type="submit" look="primary" icon="upload">
            {batch.submit}
          </Button>
        </div>
      </form>
    </Layout>
  );
}
