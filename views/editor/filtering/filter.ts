import type { CheckCode } from '../../../memory/checks/table.ts';
import { CHECKS } from '../../../memory/checks/table.ts';

export const STATUS_CHOICES = [
  'to-do',
  'untranslated',
  'draft',
  'confirmed',
  'reviewed',
  'rejected',
  'locked',
] as const;
export const ORIGIN_CHOICES = ['human', 'match', 'related', 'machine', 'alignment', 'import'] as const;
/** Bands of match rates by their lower ends. */
export const BAND_CHOICES = ['101', '100', '95', '85', '75', '50'] as const;
export const REPETITION_CHOICES = ['repeated', 'first', 'further', 'unique'] as const;
/** Any finding, any of a severity, or those of one check. */
export const ISSUE_CHOICES: readonly IssueChoice[] = ['any', 'error', 'warning', ...CHECKS.map(({ code }) => code)];

export type StatusChoice = (typeof STATUS_CHOICES)[number];
export type OriginChoice = (typeof ORIGIN_CHOICES)[number];
export type BandChoice = (typeof BAND_CHOICES)[number];
export type RepetitionChoice = (typeof REPETITION_CHOICES)[number];
export type IssueChoice = 'any' | 'error' | 'warning' | CheckCode;

/** Which segments are shown; what is absent does not matter. */
export interface Filter {
  readonly status?: StatusChoice;
  readonly origin?: OriginChoice;
  readonly band?: BandChoice;
  readonly issue?: IssueChoice;
  /** Texts that stand in the source or the target, typography, case and accents left aside. */
  readonly source?: string;
  readonly target?: string;
  readonly repetition?: RepetitionChoice;
  /** Who changed it last. */
  readonly by?: string;
  /** Shows the segments before and after each as well. */
  readonly neighbours?: true;
}

/** Whether a filter lets every segment through. */
export function isOff({ neighbours: _, ...rest }: Filter): boolean {
  return Object.values(rest).every((value) => value === undefined);
}

const NAMES = ['status', 'origin', 'band', 'issue', 'source', 'target', 'repetition', 'by', 'neighbours'] as const;

/** The filter that an address names; what it does not know is left out. */
export function filterOf(query: URLSearchParams): Filter {
  const one = <T extends string>(name: string, choices: readonly T[]) =>
    choices.find((choice) => choice === query.get(name));
  const text = (name: string) => query.get(name)?.slice(0, 500) || undefined;
  return tidy({
    status: one('status', STATUS_CHOICES),
    origin: one('origin', ORIGIN_CHOICES),
    band: one('band', BAND_CHOICES),
    issue: one('issue', ISSUE_CHOICES),
    source: text('source'),
    target: text('target'),
    repetition: one('repetition', REPETITION_CHOICES),
    by: text('by'),
    neighbours: query.has('neighbours') ? true : undefined,
  });
}

/** The query of an address with the filter in the place of the one it had. */
export function withFilter(query: URLSearchParams, filter: Filter): URLSearchParams {
  const changed = new URLSearchParams(query);
  for (const name of NAMES) {
    const value = filter[name];
    if (value === undefined) changed.delete(name);
    else changed.set(name, value === true ? '1' : value);
  }
  return changed;
}

/** A filter with one thing changed. */
export function refined<K extends keyof Filter>(filter: Filter, name: K, value: Filter[K] | undefined): Filter {
  return tidy({ ...filter, [name]: value });
}

function tidy(given: { readonly [K in keyof Filter]: Filter[K] | undefined }): Filter {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
}
