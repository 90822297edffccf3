import type { VNode } from 'preact';
import type { Provenance } from '../../../memory/model/provenance.ts';
import { TextField } from '../../components/field.tsx';
import { ProvenanceLine } from '../../components/provenance-line.tsx';
import type { Destination } from '../state/state.ts';
import { useSurroundings } from './context.ts';

interface DestinationFieldsProps {
  readonly destination: Destination;
  readonly faults: Readonly<Record<string, string>>;
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
  const correct = (name: keyof Provenance, value: string) => {
    if (value.trim() !== (provenance[name] ?? '')) session.correct({ provenance: { [name]: value.trim() } });
  };
  return (
    <details class="destination" open={Object.keys(faults).length > 0}>
      <summary>
        <span class="destination-title">{said.summary}</span>
        <ProvenanceLine provenance={provenance} />
        <span class="tag">{memory}</span>
      </summary>
      <p class="field-hint">{said.hint}</p>
      <div
        class="destination-fields"
        onChange={({ target }) => {
          if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
          if (target.name !== 'memory') return correct(target.name as keyof Provenance, target.value);
          if (target.value.trim() !== memory) session.correct({ memory: target.value });
        }}
      >
        {FIELDS.map((row) => (
          <div key={row[0]} class="field-row">
            {row.map((name) => (
              <TextField
                key={name}
                name={name}
                label={said.fields[name]}
                value={provenance[name] ?? ''}
                error={faults[name]}
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
            <select
              id="originalLanguage"
              name="originalLanguage"
              class="input"
              value={provenance.originalLanguage ?? ''}
            >
              <option value="">{said.unknown}</option>
              <option value="fr">{messages.languages.fr}</option>
              <option value="en">{messages.languages.en}</option>
            </select>
          </div>
          <TextField
            name="memory"
            label={said.memory}
            hint={said.memoryHint}
            value={memory}
            error={faults['memory']}
            maxLength={200}
          />
        </div>
      </div>
    </details>
  );
}
