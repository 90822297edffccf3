import type { VNode } from 'preact';
import type { Reference } from '../../src/contract/reference.ts';
import { ROUTES } from '../../src/contract/routes.ts';
import type { PageContext } from '../assets.ts';
import { LinkButton } from '../components/button.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Layout } from '../layout.tsx';
import { OperationDetails } from './api-operation.tsx';
import { Shapes } from './api-shapes.tsx';

interface ApiDocsPageProps {
  readonly context: PageContext;
  readonly reference: Reference;
  /** The server’s address as it was asked under, without a slash at its end. */
  readonly base: string;
}

/** The reference of the API, as the contract has it. */
export function ApiDocsPage({ context, reference, base }: ApiDocsPageProps): VNode {
  const { apiDocs: said } = context.messages;
  const { areas, schemas } = reference;
  return (
    <Layout
      context={context}
      title={said.title}
      section="api"
      styles={['views/styles/api-docs.css']}
      scripts={['views/api-docs/client.ts']}
    >
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={<LinkButton href={ROUTES.openapi.path}>{said.openApi}</LinkButton>}
      />
      <div class="stack-loose">
        <nav aria-label={said.contents}>
          <ul class="api-contents">
            {areas.map(({ area }) => (
              <li key={area}>
                <a href={`#area-${area}`}>{said.areas[area]}</a>
              </li>
            ))}
            <li>
              <a href="#forms">{said.schemas}</a>
            </li>
          </ul>
        </nav>
        {areas.map(({ area, operations }) => (
          <section key={area} class="stack">
            <h2 id={`area-${area}`}>{said.areas[area]}</h2>
            {operations.map((operation) => (
              <OperationDetails key={operation.name} operation={operation} base={base} />
            ))}
          </section>
        ))}
        <section class="stack">
          <h2 id="forms">{said.schemas}</h2>
          {schemas.map(({ name, shapes, meaning }) => (
            <details key={name} class="sheet api-operation">
              <summary>
                <h3>
                  <code>{name}</code>
                </h3>
                {meaning && <span lang="en">{meaning}</span>}
              </summary>
              <div id={`form-${name}`}>
                <Shapes shapes={shapes} answered />
              </div>
            </details>
          ))}
        </section>
      </div>
    </Layout>
  );
}
