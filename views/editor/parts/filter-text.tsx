import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface FilterTextProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (text: string | undefined) => void;
}

/** How long typing pauses before the segments are filtered, in milliseconds. */
const PAUSE = 250;

/** A text that is looked for. */
export function FilterText({ name, label, value = '', onChange }: FilterTextProps): VNode {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    const field = input.current;
    if (field !== null && field !== document.activeElement) field.value = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const wait = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(input.current?.value || undefined), PAUSE);
  };
  return (
    <div class="filter-field">
      <label for={`filter-${name}`}>{label}</label>
      <input
        id={`filter-${name}`}
        class={value === '' ? 'input' : 'input filter-set'}
        type="search"
        autocomplete="off"
        maxLength={500}
        defaultValue={value}
        ref={input}
        onInput={wait}
      />
    </div>
  );
}
