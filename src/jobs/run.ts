import { CalqueError } from '../../memory/model/errors.ts';
import type { JobParts, JobRun, Kind } from './kind.ts';
import type { KindInput, KindName, KindResult } from './kinds/kinds.ts';
import { KINDS } from './kinds/kinds.ts';

/** Does the work of a kind here, in this thread: what the command line does. */
export async function runHere<K extends KindName>(
  name: K,
  input: KindInput<K>,
  parts: JobParts,
  run: JobRun,
): Promise<KindResult<K>> {
  return (await runKind(KINDS[name] as Kind, input, parts, run)) as KindResult<K>;
}

/** @throws CalqueError `bad-request` for an input that is none of the kind's; what the handler throws */
export async function runKind(kind: Kind, input: unknown, parts: JobParts, run: JobRun): Promise<unknown> {
  return kind.run(checkedInput(kind, input), parts, run);
}

/** @throws CalqueError `bad-request` */
export function checkedInput(kind: Kind, input: unknown): unknown {
  const parsed = kind.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = ['input', ...(issue?.path ?? [])].join('.');
  throw new CalqueError('bad-request', `${where} is not what a job “${kind.kind}” takes: ${issue?.message}.`, {
    where,
  });
}
