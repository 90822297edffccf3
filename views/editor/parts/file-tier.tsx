import type { VNode } from 'preact';
import { insertSuggestion } from '../commands/suggesting.ts';
import type { FileOffer } from '../state/suggestions.ts';
import { Pieces } from './content.tsx';
import { useSurroundings } from './context.ts';
import { InsertButton } from './insert-button.tsx';
import { PartField } from './part-field.tsx';

interface FileTierProps {
  readonly offers: readonly FileOffer[];
  /** The place of the first among all suggestions, 0-based. */
  readonly first: number;
  readonly step: number | undefined;
}

/** What the uploaded file itself offers for the segment, as its tool rated it. */
export function FileTier({ offers, first, step }: FileTierProps): VNode {
  const { tiers } = useSurroundings().messages.suggestions;
  return (
    <section class="tier">
      <h3>{tiers.file}</h3>
      <ol class="tier-list">
        {offers.map((offer, position) => (
          <Card key={position} offer={offer} place={first + position} stepped={step === first + position} />
        ))}
      </ol>
    </section>
  );
}

interface CardProps {
  readonly offer: FileOffer;
  readonly place: number;
  readonly stepped: boolean;
}

function Card({ offer, place, stepped }: CardProps): VNode {
  const { session, messages } = useSurroundings();
  const { suggestions: said, format } = messages;
  const { offeredBy, quality, source, target, notes } = offer;
  const { sourceLanguage, targetLanguage } = session.state().place;
  const insert = () => insertSuggestion(session, offer, place);
  return (
    <li class={stepped ? 'suggestion suggestion-stepped' : 'suggestion'}>
      <div class="suggestion-head">
        <InsertButton place={place} label={said.insertNumber(place + 1)} tip={said.insert} onInsert={insert} />
        {quality !== undefined && <span class="tag">{format.percent(quality)}</span>}
        <span class="suggestion-memory small quiet">{offeredBy}</span>
      </div>
      {source !== undefined && (
        <p class="suggestion-source" lang={sourceLanguage}>
          <Pieces content={source} />
        </p>
      )}
      <PartField name={`suggestion ${place}`} label={said.part(place + 1)} language={targetLanguage} onInsert={insert}>
        <Pieces content={target} />
      </PartField>
      {notes.map((note) => (
        <p key={note} class="small quiet">
          {note}
        </p>
      ))}
    </li>
  );
}
