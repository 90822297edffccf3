import { CalqueError } from '../../../memory/model/errors.ts';
import type { MemoryHealth } from '../../../memory/model/health.ts';
import { HEALTH_KINDS } from '../../../memory/model/health.ts';
import type { TranslationUnit, UnitId } from '../../../memory/model/unit.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { ShownHealth } from '../../../views/pages/memory/health.tsx';

/** Findings of one kind on the page; the others follow when these are settled. */
const SHOWN = 20;

/** What was found, with the units as they are now: what was changed since counts as settled. */
export async function healthShown(store: Store, { found, at, units, lookedUp }: MemoryHealth): Promise<ShownHealth> {
  const kinds: ShownHealth['kinds'][number][] = [];
  for (const kind of HEALTH_KINDS) {
    const { count, listed } = found[kind];
    const findings: ShownHealth['kinds'][number]['findings'][number][] = [];
    let settled = 0;
    for (const { units: named, about = [] } of listed) {
      if (findings.length >= SHOWN) break;
      const present: TranslationUnit[] = [];
      for (const { id, version } of named) {
        const unit = await unitAt(store, id);
        if (unit?.version === version) present.push(unit);
      }
      // Units that belong together are settled once they are no longer several.
      if (present.length < Math.min(named.length, 2)) settled++;
      else findings.push({ units: present, about });
    }
    kinds.push({ kind, count, settled, findings });
  }
  return { at, units, kinds, ...(lookedUp && { shares: lookedUp.of }) };
}

async function unitAt(store: Store, id: UnitId): Promise<TranslationUnit | undefined> {
  try {
    return (await store.getUnit(id)).unit;
  } catch (error) {
    if (error instanceof CalqueError && error.code === 'not-found') return undefined;
    throw error;
  }
}
