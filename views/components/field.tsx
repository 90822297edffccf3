import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.tsx';

interface Labelled {
  /** The field’s name in the form; its id too. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** What is wrong with what was entered, as a sentence. */
  readonly error?: string | undefined;
}

interface FieldProps extends Labelled {
  readonly children: ComponentChildren;
}

/** A label, a hint and an error around a field; the field itself takes {@link describedBy}. */
function Field({ name, label, hint, error, children }: FieldProps): VNode {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error !== undefined && (
        <p class="field-error" id={`${name}-error`}>
          <Icon name="alert" size={16} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

function described({ name, hint, error }: Labelled) {
  const ids = [hint !== undefined && `${name}-hint`, error !== undefined && `${name}-error`].filter(Boolean).join(' ');
  return {
    id: name,
    name,
    ...(ids !== '' && { 'aria-describedby': ids }),
    ...(error !== undefined && { 'aria-invalid': true as const }),
  };
}

interface Writing {
  readonly value?: string;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** The language that is written in it. */
  readonly lang?: string;
  readonly spellcheck?: boolean;
}

interface TextFieldProps extends Labelled, Writing {
  readonly type?: 'text' | 'url' | 'email' | 'password';
  /** What the browser may fill in; `off` unless stated. */
  readonly autocomplete?: string;
  /** Where one begins to write when the page opens. */
  readonly focused?: boolean;
}

export function TextField({
  name,
  label,
  hint,
  error,
  type = 'text',
  autocomplete = 'off',
  focused = false,
  ...rest
}: TextFieldProps): VNode {
  const labelled: Labelled = { name, label, hint, error };
  const attributes = {
    ...rest,
    ...described(labelled),
    ...(focused && { autofocus: true }),
    autocomplete,
    class: 'input',
  };
  return (
    <Field {...labelled}>
      {type === 'url' && <input {...attributes} type="url" />}
      {type === 'email' && <input {...attributes} type="email" />}
      {type === 'password' && <input {...attributes} type="password" />}
      {type === 'text' && <input {...attributes} type="text" />}
    </Field>
  );
}

interface FileFieldProps extends Labelled {
  /** File name endings and media types that are offered: `.txt,text/plain`. */
  readonly accept: string;
  readonly required?: boolean;
  /** Several can be chosen. */
  readonly multiple?: boolean;
}

export function FileField({ accept, required = false, multiple = false, ...labelled }: FileFieldProps): VNode {
  return (
    <Field {...labelled}>
      <input {...described(labelled)} type="file" {...{ accept, required, multiple }} class="input" />
    </Field>
  );
}

interface TextAreaFieldProps extends Labelled, Writing {
  readonly rows?: number;
}

export function TextAreaField({ name, label, hint, error, ...rest }: TextAreaFieldProps): VNode {
  const labelled: Labelled = { name, label, hint, error };
  return (
    <Field {...labelled}>
      <textarea {...rest} {...described(labelled)} class="textarea" />
    </Field>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps extends Labelled {
  readonly options: readonly Option[];
  readonly value?: string;
}

/** One of a few, or of a list too long to show. */
export function SelectField({ options, value = '', ...labelled }: SelectFieldProps): VNode {
  return (
    <Field {...labelled}>
      <select {...described(labelled)} class="input">
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface ChoicesProps {
  readonly legend: string;
  readonly name: string;
  /** `one` of them, or `any` number. */
  readonly pick: 'one' | 'any';
  readonly options: readonly Option[];
  /** The values that are chosen. */
  readonly chosen: readonly string[];
}

/** Radio buttons or check boxes under one legend. */
export function Choices({ legend, name, pick, options, chosen }: ChoicesProps): VNode {
  return (
    <fieldset class="field-group">
      <legend class="field-legend">{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} class="choice">
          <input
            type={pick === 'one' ? 'radio' : 'checkbox'}
            name={name}
            value={value}
            checked={chosen.includes(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
