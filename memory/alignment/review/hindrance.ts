import type { Hindrance } from '../../model/hindrance.ts';

/** Whether a step was hindered, instead of leading to something. */
export function isHindered<T extends object>(outcome: T | Hindrance): outcome is Hindrance {
  return typeof outcome === 'string';
}
