import type { VNode } from 'preact';
import type { PageContext } from '../assets.ts';
import { Button, LinkButton } from '../components/button.tsx';
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
  const said = context.messages.importing;
  return (
    <Layout context={context} title={said.title} section="import">
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={
          <>
            <LinkButton href={PATHS.importArticles}>{said.many}</LinkButton>
            <LinkButton href={PATHS.validate}>{context.messages.validating.link}</LinkButton>
            <LinkButton href={PATHS.reviews}>{context.messages.reviews.title}</LinkButton>
          </>
        }
      />
      <form class="form" method="post" action={PATHS.importArticle} encType="multipart/form-data">
        <ErrorSummary title={said.failed} faults={form.faults} />
        <div class="field-row">
          <TextOrFile form={form} name="fr" label={said.frText} fileLabel={said.frFile} rows={12} lang="fr" />
          <TextOrFile form={form} name="en" label={said.enText} fileLabel={said.enFile} rows={12} lang="en" />
        </div>
        <ProvenanceFields form={form}>
          <TextField {...fieldState(form, 'title')} name="title" label={said.provenance.title} maxLength={1000} />
        </ProvenanceFields>
        <TextField
          {...fieldState(form, 'memory')}
          name="memory"
          label={said.memory}
          hint={said.memoryHint}
          required
          maxLength={200}
        />
        <div class="form-actions">
          <Button type="submit" look="primary" icon="upload" name="aim" value="review">
            {said.review}
          </Button>
          <Button type="submit" name="aim" value="store">
            {said.submit}
          </Button>
          <p class="field-hint">{said.submitHint}</p>
        </div>
      </form>
    </Layout>
  );
}
