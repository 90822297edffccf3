import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { buildProject } from '../../src/build/build.ts';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { ALL_PROSE, readCorpus } from '../support/prose.ts';
import type { Figure } from './figure.ts';
import { measureImport, measureTraining } from './importing.ts';
import { every, measureLookups } from './lookups.ts';
import { makePlaces, SQLITE_REACHES, sqlitePlace } from './place.ts';
import { measurePretranslation } from './pretranslating.ts';
import { measureServing } from './serving.ts';
import { round } from './timed.ts';

const text = { type: 'string' } as const;
/** `--data FOLDER` measures the lookups of an installation of one file that is there already; without it one is made. */
const { values } = parseArgs({ options: { units: text, sample: text, store: text, shards: text, data: text } });
const kind = values.store ?? 'sqlite';
if (kind !== 'sqlite' && kind !== 'postgres') throw new Error('--store is sqlite or postgres');
const asked = Number(values.units ?? 100_000);
/** All there are, or with variants of them so many. */
const units = asked < 2 * ALL_PROSE ? Math.min(ALL_PROSE, asked) : asked;
const sample = Number(values.sample ?? 300);
/** How many times fewer units the memory has that growth is measured from. */
const SMALLER = 10;

const texts = every(readCorpus('news-dev.tsv'), sample).flatMap((row) => row[1] ?? []);

await buildProject(PROJECT_ROOT);
if (values.data !== undefined) {
  const place = sqlitePlace(values.data);
  const figures = [...(await measureLookups(place.databases, sample, SQLITE_REACHES))];
  print(`the units in ${values.data}`, [...figures, ...(await measureServing(place, texts, SQLITE_REACHES))]);
} else {
  const { small, whole, reaches, remove } = await makePlaces(kind, Number(values.shards ?? 0));
  try {
    const figures = [...(await measureImport(whole, units, reaches))];
    figures.push(...(await measureTraining(whole)));
    await measureImport(small, Math.round(units / SMALLER), reaches);
    await measureTraining(small);
    const before = await measureLookups(small.databases, Math.min(sample, 100), reaches);
    const lookups = await measureLookups(whole.databases, sample, reaches);
    figures.push(...(await measurePretranslation(whole)));
    figures.push(...lookups, ...growth(before, lookups), ...(await measureServing(whole, texts, reaches)));
    print(`${units} units`, figures);
  } finally {
    await remove();
  }
}

function print(what: string, figures: readonly Figure[]): void {
  const [processor] = cpus();
  const machine = `${cpus().length} × ${processor?.model ?? 'processor'}, load ${loadavg()[0]?.toFixed(1)}`;
  console.log(`${what}, ${kind}; ${machine}`);
  console.table(Object.fromEntries(figures.map(({ what: named, ...figure }) => [named, figure])));
}

/** How many times longer lookups take than in a memory ten times smaller, by processor time. */
function growth(before: readonly Figure[], after: readonly Figure[]): readonly Figure[] {
  return after
    .filter(({ what }) => what.startsWith('matches') || what.startsWith('all tiers'))
    .filter(({ what }) => what.endsWith('news, fr'))
    .flatMap(({ what, processor = 0 }) => {
      const smaller = before.find((figure) => figure.what === what)?.processor ?? 0;
      return smaller > 0
        ? [
            {
              what: `growth to ${SMALLER} times as many units: ${what}`,
              reached: round(processor / smaller),
              reach: '< 4',
            },
          ]
        : [];
    });
}
