import type { VNode } from 'preact';
import { TextField } from '../components/field.tsx';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';

/** Where a text comes from, as far as it is known; what the text itself says of it is read from it. */
export function ProvenanceFields({ form, children }: { readonly form: FormState; readonly children?: VNode }): VNode {
  const field = (name: string) => ({ name, ...fieldState(form, name) });
  return (
    <fieldset class="field-group">
      <legend class="field-legend">Where it comes from (optional)</legend>
      {children}
      <div class="field-row">
        <TextField {...field('publication')} label="Publication" maxLength={300} />
        <TextField {...field('publishedOn')} label="Date" hint="2021-11-25, 2021-11 or 2021" maxLength={10} />
      </div>
      <TextField {...field('url')} label="Web address" type="url" maxLength={2000} />
    </fieldset>
  );
}
