import type { Provenance } from '../../../memory/model/provenance.ts';
import type { Destination } from '../state/state.ts';

/** What of a review’s destination a person has changed; an empty text takes a field away. */
export interface Correction {
  readonly memory?: string;
  readonly provenance?: Readonly<Partial<Record<keyof Provenance, string>>>;
}

/** Where a review leads once it is corrected. */
export function corrected({ memory, provenance }: Destination, correction: Correction | undefined): Destination {
  const fields = { ...provenance, ...correction?.provenance };
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value.trim() !== '');
  return { memory: correction?.memory?.trim() || memory, provenance: Object.fromEntries(filled) };
}

/** What a correction says of each field it names. */
export function correctedFields({ memory, provenance }: Correction): Readonly<Record<string, string>> {
  return { ...provenance, ...(memory !== undefined && { memory }) };
}

/** What is left of a correction without some fields. */
export function without({ memory, provenance }: Correction, fields: readonly string[]): Correction | undefined {
  const left = Object.entries(provenance ?? {}).filter(([name]) => !fields.includes(name));
  const kept = {
    ...(memory !== undefined && !fields.includes('memory') && { memory }),
    ...(left.length > 0 && { provenance: Object.fromEntries(left) }),
  };
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** Both corrections as one; of a field corrected twice, the later. */
export function merged(before: Correction | undefined, more: Correction | undefined): Correction | undefined {
  if (before === undefined || more === undefined) return more ?? before;
  return { ...before, ...more, provenance: { ...before.provenance, ...more.provenance } };
}
