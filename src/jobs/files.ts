import type { Job } from '../../memory/model/job.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds/kinds.ts';
import type { SpooledFile } from './spool.ts';

/** The spooled files that a job came with; none for a kind that this version does not know. */
export function filesOf({ kind, input }: Job): readonly SpooledFile[] {
  const known = (KINDS as Readonly<Record<string, Kind | undefined>>)[kind];
  const parsed = known?.input.safeParse(input);
  return parsed?.success ? (known?.files?.(parsed.data) ?? []) : [];
}
