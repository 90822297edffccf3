import { readXliffWork } from '../../../memory/formats/xliff/work.ts';
import { languageOf } from '../../../memory/model/language.ts';
import type { Actor, Store } from '../../../memory/store/store.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { HOUSE_MEMORY, memoryNamed } from '../../services/memories.ts';
import type { Threads } from '../../services/threads.ts';
import type { GivenUnit, Units } from '../../services/units.ts';
import { isXliff } from '../../services/xliff-files.ts';
import { importInThread } from '../import-handlers.ts';

interface Parts {
  readonly store: Store;
  readonly units: Units;
  readonly jobs: Jobs;
  readonly threads: Threads;
}

/** Units stored at once. */
const AT_ONCE = 1_000;

/**
 * Keeps the pairs of a PO, TMX or XLIFF file, by its name or what it begins with; what has no translation is left out.
 * @throws CalqueError as the format's reader does
 */
export async function keepFile(parts: Parts, name: string, bytes: Uint8Array, actor: Actor): Promise<void> {
  if (!isXliff({ name, bytes })) {
    await importInThread(parts, bytes, { name, memory: HOUSE_MEMORY, mode: 'add', dryRun: false }, actor);
    return;
  }
  const pairs = pairsOf(bytes, name);
  const { id } = await memoryNamed(parts.store, HOUSE_MEMORY, actor);
  for (let from = 0; from < pairs.length; from += AT_ONCE) {
    await parts.units.add(id, pairs.slice(from, from + AT_ONCE), actor);
  }
}

function pairsOf(bytes: Uint8Array, name: string): readonly GivenUnit[] {
  const { segments, sourceLanguage, targetLanguage } = readXliffWork(bytes, name);
  const fromFrench = languageOf(sourceLanguage) === 'fr';
  const given = targetLanguage ?? (fromFrench ? 'en' : 'fr');
  return segments.flatMap(({ source: text, target: translation = [], status }): GivenUnit[] => {
    if (translation.length === 0 || status === 'untranslated') return [];
    const source = { language: sourceLanguage, content: text };
    const target = { language: given, content: translation };
    return [fromFrench ? { fr: source, en: target } : { fr: target, en: source }];
  });
}
