import type { VNode } from 'preact';
import { FileField, TextAreaField } from '../components/field.tsx';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';

/** For texts to translate: what a CAT tool writes is taken too. */
export const TRANSLATABLE_FILES = {
  fileHint: 'Plain text in UTF-8, or XLIFF of any CAT tool, which is given back with nothing changed but its targets.',
  accept: '.txt,.md,text/plain,.xlf,.xliff,.sdlxliff,.mqxliff,.mxliff',
} as const;

interface TextOrFileProps {
  readonly form: FormState;
  /** The name of the text's field; the file's is the same with `File`. */
  readonly name: string;
  readonly label: string;
  readonly fileLabel: string;
  readonly rows: number;
  readonly lang?: string;
  /** What files are taken; plain text unless stated. */
  readonly fileHint?: string;
  readonly accept?: string;
}

/** A text that is pasted, or chosen as a file. */
export function TextOrFile({
  form,
  name,
  label,
  fileLabel,
  rows,
  lang,
  fileHint = 'Plain text in UTF-8.',
  accept = '.txt,.md,text/plain',
}: TextOrFileProps): VNode {
  return (
    <div class="stack">
      <TextAreaField
        {...fieldState(form, name)}
        name={name}
        label={label}
        rows={rows}
        {...(lang !== undefined && { lang })}
      />
      <FileField
        name={`${name}File`}
        label={fileLabel}
        hint={fileHint}
        accept={accept}
        error={fieldState(form, `${name}File`).error}
      />
    </div>
  );
}
