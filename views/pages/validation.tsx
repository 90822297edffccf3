import type { VNode } from 'preact';
import type { PageContext } from '../assets.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FileField } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { PATHS } from '../paths.ts';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';

/** What is wrong with a file. */
export interface ValidationReport {
  readonly file: string;
  readonly faults: readonly { readonly line: number; readonly column: number; readonly message: string }[];
}

/** The number of faults at which a file is not looked at any further. */
const ALL = 1000;

interface ValidationPageProps {
  readonly context: PageContext;
  readonly form: FormState;
  readonly report?: ValidationReport;
}

/** Checks a file of XLIFF, TMX or TBX, and says where each fault is. */
export function ValidationPage({ context, form, report }: ValidationPageProps): VNode {
  const { importing, validating: said } = context.messages;
  return (
    <Layout
      context={context}
      title={said.title}
      section="import"
      breadcrumb={[{ label: importing.section, href: PATHS.importArticle }]}
    >
      <PageHead title={said.title} lead={said.lead} />
      <div class="stack-loose">
        {report && <Report report={report} />}
        <form class="form sheet" method="post" action={PATHS.validate} encType="multipart/form-data">
          <ErrorSummary title={said.failed} faults={form.faults} />
          <FileField
            name="checkedFile"
            label={said.file}
            hint={said.fileHint}
            accept=".xlf,.xliff,.sdlxliff,.mqxliff,.mxliff,.tmx,.tbx,.xml,.gz,.zip"
            error={fieldState(form, 'checkedFile').error}
            required
          />
          <div class="form-actions">
            <Button type="submit" look="primary">
              {said.submit}
            </Button>
          </div>
        </form>
      </div>
    </Layout>
  );
}

function Report({ report: { file, faults } }: { readonly report: ValidationReport }): VNode {
  const { format, validating: said } = usePageMessages();
  if (faults.length === 0) return <Notice tone="good" title={said.valid(file)} />;
  return (
    <>
      <Notice tone="danger" title={said.invalid(file, faults.length)}>
        {faults.length >= ALL && <p>{said.andMore}</p>}
      </Notice>
      <section class="sheet sheet-flush">
        <Table
          caption={said.faults}
          columns={[
            { label: said.line, kind: 'number', cell: ({ line }) => format.number(line) },
            { label: said.column, kind: 'number', cell: ({ column }) => format.number(column) },
            { label: said.fault, cell: ({ message }) => <span lang="en">{message}</span> },
          ]}
          rows={faults}
          rowKey={({ line, column, message }) => `${line}:${column} ${message}`}
        />
      </section>
    </>
  );
}
