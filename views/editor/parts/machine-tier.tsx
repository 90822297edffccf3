import type { VNode } from 'preact';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { insertSuggestion } from '../commands/suggesting.ts';
import { translate } from '../commands/translating.ts';
import type { MachineOffer, MachineTranslation } from '../state/suggestions.ts';
import { Pieces } from './content.tsx';
import { useSurroundings, useTooltip } from './context.ts';
import { InsertButton } from './insert-button.tsx';
import { OriginBadge } from './origin-badge.tsx';
import { PartField } from './part-field.tsx';

interface MachineTierProps {
  readonly engine: string;
  /** What it costs, in characters. */
  readonly characters: number;
  readonly offer: MachineOffer | undefined;
  /** The place of its translation among all suggestions, 0-based. */
  readonly place: number;
  readonly stepped: boolean;
}

/** Translation by machine: asked for by a person, told what it costs, marked as what it is. */
export function MachineTier({ engine, characters, offer, place, stepped }: MachineTierProps): VNode {
  const { session, messages } = useSurroundings();
  const { machine: said, tiers } = messages.suggestions;
  const tooltip = useTooltip();
  return (
    <section class="tier">
      <h3>{tiers.machine}</h3>
      {offer?.state === 'found' ? (
        <ol class="tier-list">
          <Card translation={offer.translation} place={place} stepped={stepped} />
        </ol>
      ) : (
        <>
          {offer?.state === 'failed' && (
            <Notice tone="warn" title={said.failed(engine)}>
              <p>{messages.tellError(undefined, offer.fault)}</p>
            </Notice>
          )}
          <p class="machine-ask">
            <Button
              small
              disabled={offer?.state === 'asked'}
              title={tooltip(said.hint, 'translate')}
              onClick={() => translate(session, 0)}
            >
              {offer?.state === 'asked' ? said.asked(engine) : said.ask(engine)}
            </Button>
            <span class="small quiet">{said.cost(characters)}</span>
          </p>
        </>
      )}
    </section>
  );
}

interface CardProps {
  readonly translation: MachineTranslation;
  readonly place: number;
  readonly stepped: boolean;
}

function Card({ translation, place, stepped }: CardProps): VNode {
  const { session, messages } = useSurroundings();
  const { suggestions: said } = messages;
  const insert = () => insertSuggestion(session, translation, place);
  return (
    <li class={stepped ? 'suggestion suggestion-stepped' : 'suggestion'}>
      <div class="suggestion-head">
        <InsertButton place={place} label={said.insertNumber(place + 1)} tip={said.insert} onInsert={insert} />
        <OriginBadge origin={{ kind: 'machine', engine: translation.engine }} />
        <span class="suggestion-memory small quiet">{translation.engine}</span>
      </div>
      <PartField
        name={`suggestion ${place}`}
        label={said.part(place + 1)}
        language={session.state().place.targetLanguage}
        onInsert={insert}
      >
        <Pieces content={translation.target} />
      </PartField>
      {translation.notice && <p class="small">{messages.tellError(undefined, translation.notice)}</p>}
      <p class="small quiet">{said.machine.unseen}</p>
    </li>
  );
}
