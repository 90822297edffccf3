import type { VNode } from 'preact';
import { FileField, TextAreaField } from '../components/field.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';

/** What documents are read from, and what is taken to be translated: those, and what CAT tools write. */
const DOCUMENT_FILES = '.txt,.md,.markdown,.html,.htm,.xhtml,.docx,.odt,.pdf,text/plain,text/html';
export const TRANSLATABLE_FILES = `${DOCUMENT_FILES},.xlf,.xliff,.sdlxliff,.mqxliff,.mxliff`;

interface TextOrFileProps {
  readonly form: FormState;
  /** The name of the text's field; the file's is the same with `File`. */
  readonly name: string;
  readonly label: string;
  readonly fileLabel: string;
  readonly rows: number;
  readonly lang?: string;
  /** What files are taken; documents unless stated. */
  readonly fileHint?: string;
  readonly accept?: string;
  /** Several files can be chosen. */
  readonly multiple?: boolean;
}

/** A text that is pasted, or chosen as a file, or several files. */
export function TextOrFile({
  form,
  name,
  label,
  fileLabel,
  rows,
  lang,
  fileHint,
  accept = DOCUMENT_FILES,
  multiple = false,
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
        multiple={multiple}
        error={fieldState(form, `${name}File`).error}
      />
    </div>
  );
}
