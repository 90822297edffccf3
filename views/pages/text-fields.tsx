import type { VNode } from 'preact';
import { FileField, TextAreaField } from '../components/field.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';

/** What is taken to be translated: texts, and what CAT tools write. */
export const TRANSLATABLE_FILES = '.txt,.md,text/plain,.xlf,.xliff,.sdlxliff,.mqxliff,.mxliff';

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
  fileHint,
  accept = '.txt,.md,text/plain',
}: TextOrFileProps): VNode {
  const { importing } = usePageMessages();
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
        hint={fileHint ?? importing.fileHint}
        accept={accept}
        error={fieldState(form, `${name}File`).error}
      />
    </div>
  );
}
