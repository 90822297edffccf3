import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CheckCode } from '../../../memory/checks/table.ts';
import { Button } from '../../components/button.tsx';
import { applyFilter, checkAll, factsOf } from '../commands/filtering.ts';
import { type Facets, facetsOf } from '../filtering/facets.ts';
import {
  BAND_CHOICES,
  type Filter,
  ISSUE_CHOICES,
  isOff,
  ORIGIN_CHOICES,
  REPETITION_CHOICES,
  refined,
  STATUS_CHOICES,
} from '../filtering/filter.ts';
import { countRows } from '../state/rows.ts';
import type { EditorState } from '../state/state.ts';
import { useSurroundings } from './context.ts';
import { FilterSelect } from './filter-select.tsx';
import { FilterText } from './filter-text.tsx';

/** Counts are made anew this long after the last change, in milliseconds. */
const COUNT_AFTER = 400;

/** The fields that narrow the segments down, each choice with how many it shows. */
export function FilterBar({ state }: { readonly state: EditorState }): VNode {
  const { session, messages } = useSurroundings();
  const said = messages.filtering.filter;
  const { filter, shown, rows } = state;
  const facets = useFacets(state);
  const first = useRef<HTMLDivElement>(null);
  const focusFirst = () => first.current?.querySelector('input')?.focus();
  useEffect(focusFirst, []);
  const set = <K extends keyof Filter>(name: K) => {
    return (value: Filter[K] | undefined) => void applyFilter(session, refined(filter, name, value));
  };
  const issueName = (issue: string) =>
    Object.hasOwn(said.issues, issue)
      ? said.issues[issue as keyof typeof said.issues]
      : messages.checks.titles[issue as CheckCode];
  // The button goes with the filter that it clears: the focus must not go with it.
  const clear = () => {
    focusFirst();
    void applyFilter(session, {});
  };
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    session.dispatch({ type: 'filterToggled', open: false });
    session.target?.view.focus();
  };
  return (
    <search class="filter-bar" aria-label={said.label} onKeyDown={close}>
      <div class="filter-fields" ref={first}>
        <FilterText name="source" label={said.source} value={filter.source} onChange={set('source')} />
        <FilterText name="target" label={said.target} value={filter.target} onChange={set('target')} />
        <FilterSelect
          name="status"
          label={said.status}
          choices={STATUS_CHOICES}
          wordFor={(choice) => said.statuses[choice]}
          counts={facets.status}
          value={filter.status}
          onChange={set('status')}
        />
        <FilterSelect
          name="origin"
          label={said.origin}
          choices={ORIGIN_CHOICES}
          wordFor={(choice) => said.origins[choice]}
          counts={facets.origin}
          value={filter.origin}
          onChange={set('origin')}
        />
        <FilterSelect
          name="band"
          label={said.band}
          choices={BAND_CHOICES}
          wordFor={(choice) => said.bands[choice]}
          counts={facets.band}
          value={filter.band}
          onChange={set('band')}
        />
        <FilterSelect
          name="issue"
          label={said.issue}
          choices={ISSUE_CHOICES}
          wordFor={issueName}
          counts={facets.issue}
          value={filter.issue}
          onChange={set('issue')}
        />
        <FilterSelect
          name="repetition"
          label={said.repetition}
          choices={REPETITION_CHOICES}
          wordFor={(choice) => said.repetitions[choice]}
          counts={facets.repetition}
          value={filter.repetition}
          onChange={set('repetition')}
        />
        <FilterSelect
          name="by"
          label={said.by}
          choices={[...facets.by.keys()]}
          wordFor={(person) => person}
          counts={facets.by}
          value={filter.by}
          onChange={set('by')}
        />
      </div>
      <div class="filter-foot">
        <label class="choice">
          <input
            type="checkbox"
            checked={filter.neighbours === true}
            onChange={({ currentTarget }) => set('neighbours')(currentTarget.checked || undefined)}
          />
          <span>{said.neighbours}</span>
        </label>
        {shown && <p class="small quiet">{said.shown(shown.hits.size, countRows(rows))}</p>}
        {!isOff(filter) && (
          <>
            <Button small onClick={() => void applyFilter(session, { ...filter })}>
              {said.again}
            </Button>
            <Button small onClick={clear}>
              {said.clear}
            </Button>
          </>
        )}
      </div>
    </search>
  );
}

/** The counts, a moment behind what is typed; of issues, once everything has been checked. */
function useFacets(state: EditorState): Facets {
  const { session } = useSurroundings();
  const { rows, filter } = state;
  const [counted, setCounted] = useState(rows);
  const [checked, setChecked] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setCounted(rows), COUNT_AFTER);
    return () => clearTimeout(timer);
  }, [rows]);
  useEffect(() => {
    void checkAll(session).then(() => setChecked(true));
  }, [session]);
  return useMemo(() => facetsOf(counted, filter, factsOf(state), checked), [counted, filter, checked]);
}
