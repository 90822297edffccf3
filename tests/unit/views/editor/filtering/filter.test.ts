import { describe, expect, it } from 'vitest';
import type { Origin } from '../../../../../memory/model/origin.ts';
import type { Segment } from '../../../../../memory/model/project.ts';
import { facetsOf } from '../../../../../views/editor/filtering/facets.ts';
import { type Filter, filterOf, isOff, refined, withFilter } from '../../../../../views/editor/filtering/filter.ts';
import { passesOf } from '../../../../../views/editor/filtering/passes.ts';
import { repetitionOf, repetitionsOf } from '../../../../../views/editor/filtering/repetitions.ts';
import { indexesFrom, shownBy, stepAmong } from '../../../../../views/editor/filtering/shown.ts';
import { findingsOf } from '../../../../../views/editor/state/findings.ts';
import type { Row } from '../../../../../views/editor/state/row.ts';
import { rowsOf } from '../../../../../views/editor/state/rows.ts';
import { PLACE, segment } from '../segments.ts';

const match = (rate: number, kind: 'fuzzy' | 'related' = 'fuzzy'): Origin => ({ kind: 'match', match: kind, rate });

const SEGMENTS: readonly Segment[] = [
  segment(1, { source: ['Le port est fermé.'], target: ['The port is closed.'], status: 'confirmed' }),
  segment(2, { source: ['L’été arrive.'] }),
  segment(3, { source: ['Le port est fermé.'], target: ['The Port (is shut.'], status: 'draft', origin: match(87) }),
  segment(4, {
    source: ['Quatre.'],
    target: ['Four.'],
    status: 'draft',
    origin: match(70, 'related'),
    changedBy: 'desk',
  }),
  segment(5, { source: ['Le port est fermé.'], locked: true }),
];
const rows = rowsOf(SEGMENTS);
const facts = {
  repetitions: repetitionsOf(rows),
  findings: (row: Row) => findingsOf(row, { place: PLACE, rows, repetitions: repetitionsOf(rows) }),
};
const found = (filter: Filter) => [...shownBy(rows, passesOf(filter, facts), false).hits].map((index) => index + 1);

describe('a filter', () => {
  it.each<[Filter, readonly number[]]>([
    [{}, [1, 2, 3, 4, 5]],
    [{ status: 'to-do' }, [2, 3, 4]],
    [{ status: 'draft' }, [3, 4]],
    [{ status: 'locked' }, [5]],
    [{ origin: 'human' }, [1]],
    [{ origin: 'match' }, [3]],
    [{ origin: 'related' }, [4]],
    [{ band: '85' }, [3]],
    [{ band: '100' }, []],
    [{ repetition: 'repeated' }, [1, 3, 5]],
    [{ repetition: 'first' }, [1]],
    [{ repetition: 'further' }, [3, 5]],
    [{ repetition: 'unique' }, [2, 4]],
    [{ by: 'desk' }, [4]],
    [{ issue: 'any' }, [3]],
    [{ issue: 'brackets' }, [3]],
    [{ issue: 'error' }, []],
    [{ source: 'PORT' }, [1, 3, 5]],
    [{ source: "l'ete" }, [2]],
    [{ target: 'port', status: 'confirmed' }, [1]],
  ])('%j shows %j', (filter, numbers) => {
    expect(found(filter)).toEqual(numbers);
  });

  it('shows the segments around on request, each once', () => {
    const shown = shownBy(rows, passesOf({ status: 'draft' }, facts), true);
    expect(shown.indexes).toEqual([1, 2, 3, 4]);
    expect([...shown.hits]).toEqual([2, 3]);
  });

  it('is the same after a trip through the address of the page', () => {
    const filter: Filter = { status: 'to-do', issue: 'numbers', source: 'l’été & co', neighbours: true };
    expect(filterOf(withFilter(new URLSearchParams('other=1&band=95'), filter))).toEqual(filter);
    expect(withFilter(new URLSearchParams('other=1&status=draft'), {}).toString()).toBe('other=1');
  });

  it('takes nothing from an address that it does not know', () => {
    expect(filterOf(new URLSearchParams('status=lost&band=12&issue=<script>&repetition=&source='))).toEqual({});
  });

  it('is off when it narrows nothing down', () => {
    expect(isOff({ neighbours: true })).toBe(true);
    expect(isOff(refined({ status: 'draft' }, 'status', undefined))).toBe(true);
    expect(isOff({ target: 'x' })).toBe(false);
  });
});

describe('the counts of a filter', () => {
  it('say what each choice would show, the rest of the filter as it is', () => {
    const { status, origin, issue, by } = facetsOf(rows, { repetition: 'repeated', status: 'draft' }, facts, true);
    expect(Object.fromEntries(status)).toEqual({ 'to-do': 1, draft: 1, confirmed: 1, untranslated: 1, locked: 1 });
    expect(Object.fromEntries(origin)).toEqual({ match: 1 });
    expect(Object.fromEntries(issue ?? [])).toMatchObject({ any: 1, warning: 1, brackets: 1 });
    expect(Object.fromEntries(by)).toEqual({ you: 1 });
  });

  it('leave issues out as long as not all is checked', () => {
    expect(facetsOf(rows, {}, facts, false).issue).toBeUndefined();
  });
});

describe('moving among what is shown', () => {
  const shown = { indexes: [1, 3], hits: new Set([1, 3]) };

  it('leaves out what is not', () => {
    expect(stepAmong(rows, shown, 1, 1)).toBe(3);
    expect(stepAmong(rows, shown, 3, 1)).toBeUndefined();
    expect(stepAmong(rows, shown, 2, -1)).toBe(1);
    expect(stepAmong(rows, shown, undefined, 1)).toBe(1);
    expect([...indexesFrom(rows, shown, 2)]).toEqual([3]);
  });

  it('goes through all where there is no filter', () => {
    expect(stepAmong(rows, undefined, 4, 1)).toBeUndefined();
    expect(stepAmong(rows, undefined, 0, -1)).toBeUndefined();
    expect(stepAmong(rows, undefined, undefined, 1)).toBe(0);
    expect([...indexesFrom(rows, undefined, 3)]).toEqual([3, 4]);
  });
});

it('a repetition knows which of how many it is', () => {
  const places = rows.flat().map((row) => repetitionOf(row, facts.repetitions)?.place);
  expect(places).toEqual([1, undefined, 2, undefined, 3]);
});
