import type { VNode } from 'preact';
import type { FoundTerm } from '../../../memory/terms/found-term.ts';
import { Icon } from '../../components/icon.tsx';
import { insertTermText } from '../commands/terms.ts';
import { usable } from '../state/suggestions.ts';
import { useSurroundings, useTooltip } from './context.ts';

interface TermCardProps {
  readonly term: FoundTerm;
  /** Its place among those that keys insert, 0-based. */
  readonly place?: number;
}

/** A term of the source with what it is called in the target: what to use, what not, and what it means. */
export function TermCard({ term, place }: TermCardProps): VNode {
  const { session, messages } = useSurroundings();
  const tooltip = useTooltip();
  const said = messages.terms;
  const { sourceLanguage, targetLanguage } = session.state().place;
  const text = usable(term);
  return (
    <li class="suggestion term">
      <div class="suggestion-head">
        {text !== undefined && (
          <button
            type="button"
            class="suggestion-key"
            aria-label={said.insert(text)}
            title={place === undefined ? said.insert(text) : tooltip(said.insert(text), 'insertTerm', place)}
            onClick={() => insertTermText(session, text)}
          >
            {place === undefined ? <Icon name="add" size={14} /> : place + 1}
          </button>
        )}
        <span class="fragment">
          <span lang={sourceLanguage}>{term.term}</span>
          <Icon name="arrow" size={14} />
          {term.targets.map(({ text: called, status }) =>
            status === 'forbidden' ? (
              <span key={called} class="term-forbidden">
                <Icon name="cross" size={12} />
                <span class="for-readers">{said.statuses.forbidden} </span>
                <del lang={targetLanguage}>{called}</del>
              </span>
            ) : (
              <strong key={called} lang={targetLanguage}>
                {called}
              </strong>
            ),
          )}
        </span>
        <span class="suggestion-memory quiet small">{term.termbase.name}</span>
      </div>
      {(term.definition ?? term.note) && <p class="small quiet">{term.definition ?? term.note}</p>}
    </li>
  );
}
