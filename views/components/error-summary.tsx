import type { VNode } from 'preact';
import { Icon } from './icon.tsx';

export interface FieldFault {
  /** The name of the field; absent where the fault lies with the form as a whole. */
  readonly field?: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  /** What could not be done: “The project was not created”. */
  readonly title: string;
  readonly faults: readonly FieldFault[];
}

/** What is wrong with a form, at its head, each fault linked to its field. */
export function ErrorSummary({ title, faults }: ErrorSummaryProps): VNode | null {
  if (faults.length === 0) return null;
  return (
    <div class="notice notice-danger" role="alert" tabindex={-1} id="errors">
      <Icon name="alert" />
      <h2 class="notice-title">{title}</h2>
      <div class="notice-body">
        <ul>
          {faults.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{field === undefined ? message : <a href={`#${field}`}>{message}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
