import type { VNode } from 'preact';
import type { OperationReference } from '../../src/contract/reference.ts';
import { curlLine } from '../../src/contract/request-line.ts';
import { Button } from '../components/button.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { Attempt } from './api-attempt.tsx';
import { FieldList, Shapes } from './api-shapes.tsx';

interface OperationProps {
  readonly operation: OperationReference;
  /** The server’s address, without a slash at its end. */
  readonly base: string;
}

/** One operation, folded up until it is wanted. */
export function OperationDetails({ operation, base }: OperationProps): VNode {
  const { apiDocs: said } = usePageMessages();
  const { name, method, path, summary, parameters, body, accepts, events } = operation;
  return (
    <details class="sheet api-operation">
      <summary>
        <h3>
          <span class="api-method">{method}</span> <code>{path}</code>
        </h3>
        <span lang="en">{summary}</span>
      </summary>
      <div id={name} class="stack">
        {parameters.length > 0 && (
          <section>
            <h4>{said.parameters}</h4>
            <FieldList fields={parameters} />
          </section>
        )}
        {body && (
          <section>
            <h4>{said.body}</h4>
            <Shapes shapes={body} />
          </section>
        )}
        {accepts.length > 0 && <MediaTypes title={said.fileBody} types={accepts} />}
        <ExampleLine operation={operation} base={base} />
        <Who right={operation.right} />
        <Answer operation={operation} />
        <Errors operation={operation} />
        {events.length === 0 && <Attempt operation={operation} />}
      </div>
    </details>
  );
}

function Who({
  right: { role, named, otherwise, andInHouse },
}: {
  readonly right: OperationReference['right'];
}): VNode {
  const { apiDocs, accounts } = usePageMessages();
  const said = apiDocs.rights;
  if (role === 'anyone') {
    return (
      <section>
        <h4>{said.title}</h4>
        <p>{said.anyone}</p>
      </section>
    );
  }
  return (
    <section>
      <h4>{said.title}</h4>
      <p>{said.role(accounts.roles[role])}</p>
      <ul class="api-list">
        {named.map(({ thing, at }) => (
          <li key={at}>
            {said.within(said.things[thing])} <code>{at}</code>
          </li>
        ))}
        <li>{said.otherwise[otherwise](named.length > 0)}</li>
        {andInHouse && <li>{said.andInHouse}</li>}
      </ul>
    </section>
  );
}

function MediaTypes({ title, types }: { readonly title: string; readonly types: readonly string[] }): VNode {
  return (
    <section>
      <h4>{title}</h4>
      <ul class="api-list">
        {types.map((type) => (
          <li key={type}>
            <code>{type}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ExampleLine({ operation, base }: OperationProps): VNode {
  const { apiDocs: said } = usePageMessages();
  const { name, example } = operation;
  return (
    <section data-copies data-copied={said.copied} data-not-copied={said.notCopied}>
      <h4 id={`${name}.example`}>{said.example}</h4>
      <pre class="api-code">{curlLine(base, name, operation, example)}</pre>
      <div class="form-actions">
        <Button small hidden aria-describedby={`${name}.example`}>
          {said.copy}
        </Button>
        <p role="status" class="api-status" />
      </div>
    </section>
  );
}

function Answer({ operation: { status, answer, produces, lines, events } }: Pick<OperationProps, 'operation'>): VNode {
  const { apiDocs: said } = usePageMessages();
  return (
    <section>
      <h4>{said.answer(status)}</h4>
      {answer && <Shapes shapes={answer} answered />}
      {!answer && produces.length === 0 && <p>{said.noContent}</p>}
      {produces.length > 0 && <MediaTypes title={said.answerTypes} types={produces} />}
      {lines && (
        <>
          <h4>{said.lines}</h4>
          <Shapes shapes={lines} answered />
        </>
      )}
      {events.length > 0 && (
        <>
          <h4>{said.events}</h4>
          <FieldList fields={events.map((event) => ({ ...event, needed: true }))} answered />
        </>
      )}
    </section>
  );
}

function Errors({ operation: { errors } }: Pick<OperationProps, 'operation'>): VNode {
  const { apiDocs: said, errors: titles } = usePageMessages();
  return (
    <section>
      <h4>{said.errors}</h4>
      <ul class="api-list">
        {errors.map(({ code, status }) => (
          <li key={code}>
            {status} <code>{code}</code> – {titles[code]}
          </li>
        ))}
      </ul>
    </section>
  );
}
