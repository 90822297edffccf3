import type { VNode } from 'preact';
import { TextField } from '../components/field.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';

/** Where a text comes from, as far as it is known; what the text itself says of it is read from it. */
export function ProvenanceFields({ form, children }: { readonly form: FormState; readonly children?: VNode }): VNode {
  const said = usePageMessages().importing.provenance;
  const field = (name: string) => ({ name, ...fieldState(form, name) });
  return (
    <fieldset class="field-group">
      <legend class="field-legend">{said.legend}</legend>
      {children}
      <div class="field-row">
        <TextField {...field('publication')} label={said.publication} maxLength={300} />
        <TextField {...field('publishedOn')} label={said.date} hint={said.dateHint} maxLength={10} />
      </div>
      <TextField {...field('url')} label={said.url} type="url" maxLength={2000} />
    </fieldset>
  );
}
