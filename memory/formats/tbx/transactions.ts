import type { Concept, Fact } from '../../model/concept.ts';
import { factText, isOf } from '../../model/concept.ts';
import type { NewEntry, TermEntry } from '../../model/termbase.ts';
import type { Instant } from '../../model/unit.ts';

const MADE = /^(?:origination|creation|input)$/i;
const CHANGED = /^modification$/i;

/** A day, or a moment with its zone or without; what is without is taken for UTC. */
const DATE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/;

interface Transaction {
  readonly at: Instant;
  readonly by?: string;
}

/** When a concept was made and last changed, and by whom, as far as its facts or those of its terms state it. */
export function statedTransactions(concept: Concept): Omit<NewEntry, 'concept'> {
  const facts = [
    ...concept.facts,
    ...concept.languages.flatMap((language) => [...language.facts, ...language.terms.flatMap((term) => term.facts)]),
  ];
  const made = transactions(facts, MADE).at(0);
  const changed = transactions(facts, CHANGED).at(-1);
  return {
    ...(made && { createdAt: made.at, ...(made.by && { createdBy: made.by }) }),
    ...(changed && { changedAt: changed.at, ...(changed.by && { changedBy: changed.by }) }),
  };
}

/** Oldest first. */
function transactions(facts: readonly Fact[], kind: RegExp): readonly Transaction[] {
  return facts
    .flatMap(({ element, text, about = [] }): readonly Transaction[] => {
      if (element !== 'transac' || !kind.test(text)) return [];
      const at = instantOf(factText(about, 'date'));
      const by = about.find((fact) => isOf(fact, 'responsibility') || isOf(fact, 'responsiblePerson'))?.text;
      return at === undefined ? [] : [{ at, ...(by && { by }) }];
    })
    .toSorted((a, b) => a.at.localeCompare(b.at));
}

function instantOf(text = ''): Instant | undefined {
  const [, day, time = '00:00:00', zone = 'Z'] = DATE.exec(text.trim()) ?? [];
  const milliseconds = Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}

/** The concept of an entry that was changed here, which says so; of any other as it came. */
export function withTransactions({ concept, version, changedAt, changedBy }: TermEntry): Concept {
  if (version === 1 || statedTransactions(concept).changedAt === changedAt) return concept;
  const changed: Fact = {
    element: 'transac',
    type: 'transactionType',
    text: 'modification',
    about: [
      { element: 'transacNote', type: 'responsibility', text: changedBy },
      { element: 'date', text: changedAt },
    ],
  };
  return { ...concept, facts: [...concept.facts, changed] };
}
