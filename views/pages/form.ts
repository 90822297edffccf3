import type { FieldFault } from '../components/error-summary.tsx';

/** A form as it was sent: what was entered, and what is wrong with it. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

export const UNSENT: FormState = { values: {}, faults: [] };

/** What a field is shown with: the value that was entered, and its fault. */
export function fieldState({ values, faults }: FormState, field: string): { value: string; error: string | undefined } {
  return { value: values[field] ?? '', error: faults.find((fault) => fault.field === field)?.message };
}
