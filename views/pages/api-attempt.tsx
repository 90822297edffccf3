import type { VNode } from 'preact';
import type { OperationReference } from '../../src/contract/reference.ts';
import { Button } from '../components/button.tsx';
import { FileField, TextAreaField, TextField } from '../components/field.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';

/** A form that makes a call, filled in with the example. It needs the page’s script, which shows it. */
export function Attempt({ operation }: { readonly operation: OperationReference }): VNode {
  const { apiDocs: said } = usePageMessages();
  const { name, method, path, parameters, accepts, example } = operation;
  return (
    <form
      class="form api-attempt"
      hidden
      data-method={method}
      data-path={path}
      {...(accepts[0] !== undefined && { 'data-type': accepts[0] })}
      data-sending={said.sending}
      data-unreachable={said.unreachable}
      data-cut={said.cut}
    >
      <h4>{said.attempt}</h4>
      {method !== 'GET' && <p class="field-hint">{said.real}</p>}
      {parameters.map(({ name: parameter, place, needed }) =>
        place === 'header' ? null : (
          <TextField
            key={parameter}
            name={`${name}.${place}.${parameter}`}
            label={parameter}
            required={needed}
            value={String(example[place === 'path' ? 'params' : 'query']?.[parameter] ?? '')}
          />
        ),
      )}
      {accepts.length > 0 && <FileField name={`${name}.file`} label={said.file} accept="" required />}
      {example.body !== undefined && (
        <TextAreaField
          name={`${name}.body`}
          label={said.body}
          value={JSON.stringify(example.body, undefined, 2)}
          spellcheck={false}
        />
      )}
      <div class="form-actions">
        <Button type="submit" look="primary" small>
          {said.send}
        </Button>
        <p role="status" class="api-status" />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: it groups no fields; the name is for who reaches it by the keyboard, to scroll */}
      <pre class="api-code api-received" role="group" aria-label={said.received} tabindex={0} hidden />
    </form>
  );
}
