import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Provenance } from '../../../memory/model/provenance.ts';
import { TextField } from '../../components/field.tsx';
import { ProvenanceLine } from '../../components/provenance-line.tsx';
import type { Destination, Fault } from '../state/state.ts';
import { useSurroundings } from './context.ts';

interface DestinationFieldsProps {
  readonly destination: Destination;
  readonly faults: Readonly<Record<string, Fault>>;
}

type TextName = Exclude<keyof Provenance, 'originalLanguage'>;

const FIELDS: readonly (readonly TextName[])[] = [
  ['title'],
  ['publication', 'publishedOn'],
  ['url'],
  ['author', 'translator'],
  ['credit'],
  ['rights'],
];

const LONGEST: Readonly<Partial<Record<TextName, number>>> = {
  publication: 300,
  author: 300,
  translator: 300,
  url: 2_000,
  publishedOn: 10,
};

/** Where the bitext comes from, as it was read, to be corrected; and the memory it goes to. Each field is saved when it is left. */
export function DestinationFields({ destination, faults }: DestinationFieldsProps): VNode {
  const { session, messages } = useSurroundings();
  const said = messages.destination;
  const { provenance, memory } = destination;
  const details = useRef<HTMLDetailsElement>(null);
  // What is being typed stays in its field, whatever is saved or changed elsewhere meanwhile.
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const shown = (name: keyof Provenance | 'memory') =>
    drafts[name] ?? faults[name]?.text ?? (name === 'memory' ? memory : (provenance[name] ?? ''));

  useEffect(() => {
    if (details.current !== null && Object.keys(faults).length > 0) details.current.open = true;
  }, [faults]);
  const correct = (name: keyof Provenance | 'memory', value: string) => {
    const { [name]: _, ...others } = drafts;
    setDrafts(others);
    const text = value.trim();
    if (name === 'memory') {
      if (text !== memory || name in faults) session.correct({ memory: text });
    } else if (text !== (provenance[name] ?? '') || name in faults) session.correct({ provenance: { [name]: text } });
  };
  return (
    <details class="destination" ref={details}>
      <summary>
        <span class="destination-title">{said.summary}</span>
        <ProvenanceLine provenance={provenance} />
        <span class="tag">{memory}</span>
      </summary>
      <p class="field-hint">{said.hint}</p>
      <div
        class="destination-fields"
        onInput={({ target }) => {
          if (isField(target)) setDrafts((before) => ({ ...before, [target.name]: target.value }));
        }}
        onChange={({ target }) => {
          if (isField(target)) correct(target.name as keyof Provenance | 'memory', target.value);
        }}
      >
        {FIELDS.map((row) => (
          <div key={row[0]} class="field-row">
            {row.map((name) => (
              <TextField
                key={name}
                name={name}
                label={said.fields[name]}
                value={shown(name)}
                error={faults[name]?.message}
                maxLength={LONGEST[name] ?? 1_000}
                {...(name === 'url' && { type: 'url' as const })}
                {...(name === 'publishedOn' && { hint: said.dateHint })}
              />
            ))}
          </div>
        ))}
        <div class="field-row">
          <div class="field">
            <label for="originalLanguage">{said.fields.originalLanguage}</label>
            <select id="originalLanguage" name="originalLanguage" class="input" value={shown('originalLanguage')}>
              <option value="">{said.unknown}</option>
              <option value="fr">{messages.languages.fr}</option>
              <option value="en">{messages.languages.en}</option>
            </select>
          </div>
          <TextField
            name="memory"
            label={said.memory}
            hint={said.memoryHint}
            value={shown('memory')}
            error={faults['memory']?.message}
            maxLength={200}
          />
        </div>
      </div>
    </details>
  );
}

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLSelectElement {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}
