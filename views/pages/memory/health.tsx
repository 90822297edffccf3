import type { VNode } from 'preact';
import type { UnitBatch } from '../../../memory/model/batch.ts';
import type { HealthKind } from '../../../memory/model/health.ts';
import type { Memory, TranslationUnit } from '../../../memory/model/unit.ts';
import type { PageContext } from '../../assets.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { isFixed, useFixed } from '../../components/may.ts';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { memoryRepairPath, memoryWorkPath, undoBatchPath, unitPagePath } from '../../paths.ts';
import { JobNotice } from './job-notice.tsx';
import { MemoryFrame } from './memory-head.tsx';
import { Side } from './unit-table.tsx';

/** What was found in a memory, with the units as they are now. */
export interface ShownHealth {
  readonly at: string;
  readonly units: number;
  /** Into how many parts its units are parted to be held against each other, one part a look. */
  readonly shares?: number;
  readonly kinds: readonly {
    readonly kind: HealthKind;
    readonly count: number;
    /** Findings that were settled since, among those that were listed. */
    readonly settled: number;
    readonly findings: readonly ShownFinding[];
  }[];
}

interface ShownFinding {
  readonly units: readonly TranslationUnit[];
  readonly about: readonly string[];
}

interface MemoryHealthPageProps {
  readonly context: PageContext;
  readonly memory: Memory;
  readonly health?: ShownHealth;
  /** The last repair, where it can be taken back. */
  readonly undo?: UnitBatch;
  readonly asked: boolean;
}

type RepairName = 'merge' | 'swap' | 'delete' | 'flag';

/** What sets each kind of finding right, the likeliest first. */
const REPAIRS: Readonly<Record<HealthKind, readonly RepairName[]>> = {
  'different-targets': ['merge', 'flag'],
  numbers: ['flag', 'delete'],
  swapped: ['swap', 'delete', 'flag'],
  empty: ['delete', 'flag'],
  identical: ['delete', 'flag'],
  'near-duplicates': ['merge', 'flag'],
};
/** The key of each repair; of a merge, the number of the unit that is kept. */
const KEYS: Readonly<Record<RepairName, string>> = { merge: '1', swap: 'S', delete: 'D', flag: 'F' };
/** Units that a key can choose among. */
const MOST_KEYS = 9;

/** What may be wrong with units of a memory, each with its repairs at one key. */
export function MemoryHealthPage({ context, memory, health, undo, asked }: MemoryHealthPageProps): VNode {
  const { managing, format } = context.messages;
  const said = managing.health;
  const fixed = isFixed(memory, context.may);
  const found = health?.kinds.filter(({ count }) => count > 0) ?? [];
  return (
    <MemoryFrame
      context={context}
      memory={memory}
      section="health"
      title={said.title}
      lead={said.lead}
      scripts={['views/health/client.ts']}
      actions={
        <form method="post" action={memoryWorkPath(memory.id, 'health')}>
          <Button type="submit" look="primary">
            {health ? said.again : said.check}
          </Button>
        </form>
      }
    >
      {asked && <JobNotice />}
      {health === undefined && !asked && <EmptyState title={said.never}>{said.neverText}</EmptyState>}
      {health && (
        <div class="sheet-head">
          <p>
            {said.when(format.moment(health.at), health.units)} {health.shares && said.share(health.shares)}
          </p>
          {undo && !fixed && (
            <form id="undo-last" method="post" action={undoBatchPath(undo.id)} encType="multipart/form-data">
              <input type="hidden" name="from" value="health" />
              <Button type="submit" small aria-keyshortcuts="U">
                {said.undo} <kbd>U</kbd>
              </Button>
            </form>
          )}
        </div>
      )}
      {health && found.length === 0 && <EmptyState title={said.well}>{said.wellText}</EmptyState>}
      {found.length > 0 && !fixed && <p class="quiet">{said.keys}</p>}
      {found.map((kind) => (
        <Kind key={kind.kind} memory={memory} shown={kind} />
      ))}
    </MemoryFrame>
  );
}

function Kind({ memory, shown }: { readonly memory: Memory; readonly shown: ShownHealth['kinds'][number] }): VNode {
  const { managing } = usePageMessages();
  const said = managing.health;
  const fixed = useFixed(memory);
  const { kind, count, settled, findings } = shown;
  const left = count - settled;
  return (
    <section class="stack">
      <h2>{said.kinds[kind]}</h2>
      {left === 0 && <p class="quiet">{said.settled}</p>}
      {left > findings.length && <p class="quiet">{said.firstOf(findings.length, left)}</p>}
      {findings.length > 0 && (
        <ul class="hits">
          {findings.map((finding) => (
            <li key={finding.units[0]?.id} class="hit finding" tabindex={-1}>
              {finding.about.length > 0 && <p>{said.about(finding.about)}</p>}
              {finding.units.map((unit) => (
                <div key={unit.id} class="hit-sides">
                  <p>
                    <Side variant={unit.fr} />
                  </p>
                  <p>
                    <Side variant={unit.en} />
                  </p>
                  <p class="hit-label">
                    <a href={unitPagePath(memory.id, unit.id)}>{managing.unit.title(unit.id)}</a>
                    {unit.flagged && ` · ${managing.flaggedMark}`}
                  </p>
                </div>
              ))}
              {!fixed && <Repairs memory={memory} kind={kind} units={finding.units} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface RepairsProps {
  readonly memory: Memory;
  readonly kind: HealthKind;
  readonly units: readonly TranslationUnit[];
}

function Repairs({ memory, kind, units }: RepairsProps): VNode {
  const isFlagged = units.every(({ flagged }) => flagged);
  return (
    <div class="row-actions">
      {REPAIRS[kind]
        .filter((repair) => repair !== 'flag' || !isFlagged)
        .flatMap((repair) =>
          repair === 'merge'
            ? units
                .slice(0, MOST_KEYS)
                .map(({ id }, place) => (
                  <RepairButton
                    key={id}
                    memory={memory}
                    repair={repair}
                    shortcut={String(place + 1)}
                    units={units}
                    keep={id}
                  />
                ))
            : [<RepairButton key={repair} memory={memory} repair={repair} shortcut={KEYS[repair]} units={units} />],
        )}
    </div>
  );
}

interface RepairButtonProps {
  readonly memory: Memory;
  readonly repair: RepairName;
  readonly shortcut: string;
  readonly units: readonly TranslationUnit[];
  readonly keep?: number;
}

function RepairButton({ memory, repair, shortcut, units, keep }: RepairButtonProps): VNode {
  const said = usePageMessages().managing.health;
  const name = keep === undefined ? said.repairs[repair] : `${said.repairs[repair]} (${keep})`;
  const named = keep === undefined ? units.map(({ id }) => id) : [keep];
  return (
    <form method="post" action={memoryRepairPath(memory.id)} encType="multipart/form-data">
      <input type="hidden" name="repair" value={repair} />
      <input type="hidden" name="units" value={units.map(({ id, version }) => `${id}.${version}`).join(' ')} />
      {keep !== undefined && <input type="hidden" name="keep" value={keep} />}
      <Button type="submit" small aria-label={said.repair(`${name} ${shortcut}`, named)} aria-keyshortcuts={shortcut}>
        {name} <kbd>{shortcut}</kbd>
      </Button>
    </form>
  );
}
