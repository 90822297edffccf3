import type { VNode } from 'preact';
import { useSurroundings } from './context.ts';

interface FilterSelectProps<Choice extends string> {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly wordFor: (choice: Choice) => string;
  /** How many segments each choice shows; unknown where absent. */
  readonly counts: ReadonlyMap<string, number> | undefined;
  readonly value: Choice | undefined;
  readonly onChange: (choice: Choice | undefined) => void;
}

/** One choice among those that show something, each with its count. */
export function FilterSelect<Choice extends string>(props: FilterSelectProps<Choice>): VNode {
  const { name, label, choices, wordFor, counts, value, onChange } = props;
  const { filter: said } = useSurroundings().messages.filtering;
  const offered = choices.filter((choice) => choice === value || counts === undefined || counts.has(choice));
  const words = (choice: Choice) =>
    counts === undefined ? wordFor(choice) : said.counted(wordFor(choice), counts.get(choice) ?? 0);
  return (
    <div class="filter-field">
      <label for={`filter-${name}`}>{label}</label>
      <select
        id={`filter-${name}`}
        class={value === undefined ? 'input' : 'input filter-set'}
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange(offered.find((choice) => choice === currentTarget.value))}
      >
        <option value="">{said.anything}</option>
        {offered.map((choice) => (
          <option key={choice} value={choice} selected={choice === value}>
            {words(choice)}
          </option>
        ))}
      </select>
    </div>
  );
}
