import { CalqueError } from '../../../memory/model/errors.ts';
import type { MemoryHealth } from '../../../memory/model/health.ts';
import { HEALTH_KINDS } from '../../../memory/model/health.ts';
import { contentKey } from '../../../memory/model/inline.ts';
import type { TranslationUnit, UnitId } from '../../../memory/model/unit.ts';
import type { Store, StoredVersion } from '../../../memory/store/store.ts';
import type { ShownHealth } from '../../../views/pages/memory/health.tsx';

/** Findings of one kind on the page; the others follow when these are settled. */
const SHOWN = 20;

/** What was found, with the units as they are now: what was changed since counts as settled, until it is taken back. */
export async function healthShown(store: Store, { found, at, units, lookedUp }: MemoryHealth): Promise<ShownHealth> {
  const kinds: ShownHealth['kinds'][number][] = [];
  for (const kind of HEALTH_KINDS) {
    const { count, listed } = found[kind];
    const findings: ShownHealth['kinds'][number]['findings'][number][] = [];
    let settled = 0;
    for (const { units: named, about = [] } of listed) {
      if (findings.length >= SHOWN) break;
      const present: TranslationUnit[] = [];
      for (const one of named) {
        const unit = await asFound(store, one);
        if (unit !== undefined) present.push(unit);
      }
      // Units that belong together are settled once they are no longer several.
      if (present.length < Math.min(named.length, 2)) settled++;
      else findings.push({ units: present, about });
    }
    kinds.push({ kind, count, settled, findings });
  }
  return { at, units, kinds, ...(lookedUp && { shares: lookedUp.of }) };
}

/** The unit, as long as it says what it said when it was looked at, or says that again. */
async function asFound(store: Store, { id, version }: StoredVersion): Promise<TranslationUnit | undefined> {
  const unit = await unitAt(store, id);
  if (unit === undefined || unit.version === version) return unit;
  const then = (await store.unitHistory(id)).find((one) => one.version === version);
  return then !== undefined && stateKey(then) === stateKey(unit) ? unit : undefined;
}

/** What a repair may change of a unit. */
function stateKey({ fr, en, flagged }: Pick<TranslationUnit, 'fr' | 'en' | 'flagged'>): string {
  return JSON.stringify([contentKey(fr.content), contentKey(en.content), flagged ?? false]);
}

async function unitAt(store: Store, id: UnitId): Promise<TranslationUnit | undefined> {
  try {
    return (await store.getUnit(id)).unit;
  } catch (error) {
    if (error instanceof CalqueError && error.code === 'not-found') return undefined;
    throw error;
  }
}
