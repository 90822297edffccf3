import { z } from 'zod';
import type { Memory } from '../../memory/model/unit.ts';
import type { Store } from '../../memory/store/store.ts';
import { unitFilterFields } from '../contract/management.ts';
import { required } from './command.ts';
import { memoryIds } from './installation.ts';
import { inCamelCase, parseOptions } from './options.ts';

const text = { type: 'string' } as const;

/** The filters on what a unit is, for every command that searches units. */
export const CONDITION_OPTIONS = {
  status: text,
  origin: text,
  flagged: text,
  publication: text,
  translator: text,
  'published-from': text,
  'published-to': text,
  'changed-from': text,
  'changed-to': text,
  'original-language': text,
} as const;

export const CONDITION_USAGE =
  '[--status STATUS] [--origin ORIGIN] [--flagged yes|no] [--publication TEXT] [--translator TEXT] [--published-from DATE] ' +
  '[--published-to DATE] [--changed-from DATE] [--changed-to DATE] [--original-language fr|en]';

/** The same, and those on what it says. */
export const UNIT_OPTIONS = { text, fr: text, en: text, ...CONDITION_OPTIONS } as const;
export const UNIT_USAGE = `[--text TEXT] [--fr TEXT] [--en TEXT] ${CONDITION_USAGE}`;

const filters = z.object(unitFilterFields);

/** Filters as they go into the input of a job. @throws CalqueError `usage`, naming the option that is wrong */
export function unitFilters(values: Readonly<Record<string, unknown>>): z.input<typeof filters> {
  const named = Object.fromEntries(Object.keys(UNIT_OPTIONS).map((name) => [name, values[name]]));
  const given = Object.entries(inCamelCase(named)).filter(([, value]) => value !== undefined);
  parseOptions(filters, Object.fromEntries(given));
  return Object.fromEntries(given);
}

/** The filters as they are asked for. */
export function readUnitFilters(given: z.input<typeof filters>): z.output<typeof filters> {
  return filters.parse(given);
}

/** The memory that an option names. @throws CalqueError `usage`, `not-found` */
export async function memoryIn(store: Store, name: string | undefined, option: string): Promise<Memory> {
  const [id = 0] = await memoryIds(store, [required(name, option)], option);
  return store.getMemory(id);
}
