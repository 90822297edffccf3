import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ConcordanceHit } from '../../../memory/model/concordance.ts';
import { contentText } from '../../../memory/model/inline.ts';
import { languageOf, otherLanguage } from '../../../memory/model/language.ts';
import { Button } from '../../components/button.tsx';
import { MarkedText } from '../../components/marked-text.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProvenanceLine } from '../../components/provenance-line.tsx';
import { closeSearch, insertHit } from '../commands/searching.ts';
import type { Search } from '../state/search.ts';
import { useSurroundings } from './context.ts';
import { InsertButton } from './insert-button.tsx';
import { PartField } from './part-field.tsx';

/** A search inside the memories, in the place of the suggestions; Escape puts these back. */
export function ConcordancePane({ search }: { readonly search: Search }): VNode {
  const { session, messages } = useSurroundings();
  const { search: said } = messages;
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (input.current === null) return;
    input.current.value = search.text;
    input.current.focus();
    input.current.select();
  }, [search.text]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    session.dispatch({ type: 'searchAsked', text: input.current?.value ?? '' });
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    closeSearch(session);
  };
  return (
    <aside class="suggestions" aria-label={said.title} aria-busy={search.state === 'asked'} onKeyDown={leave}>
      <div class="search-head">
        <h2 class="suggestions-title">{said.title}</h2>
        <Button small look="quiet" icon="close" onClick={() => closeSearch(session)}>
          {said.back}
        </Button>
      </div>
      <form class="search-form" onSubmit={submit}>
        <input class="input" type="search" aria-label={said.text} maxLength={500} ref={input} />
        <Button small type="submit" icon="search">
          {said.submit}
        </Button>
      </form>
      <p class="small quiet" role="status">
        {standing(search, said)}
      </p>
      {search.state === 'failed' && (
        <Notice tone="warn" title={said.failed}>
          <p>{search.fault}</p>
        </Notice>
      )}
      {search.found?.missing !== undefined && (
        <Notice tone="warn" title={messages.suggestions.missing}>
          <p>{messages.suggestions.notAmong(search.found.missing)}</p>
        </Notice>
      )}
      {search.found !== undefined && search.state !== 'failed' && (
        <ol class="tier-list">
          {search.found.items.map((hit, place) => (
            <Hit key={hit.unitId} hit={hit} place={place} />
          ))}
        </ol>
      )}
    </aside>
  );
}

type Said = ReturnType<typeof useSurroundings>['messages']['search'];

function standing({ state, mode, found }: Search, said: Said): string {
  if (state === 'idle') return said.ask;
  if (state === 'asked') return said.looking;
  if (state === 'failed' || found === undefined) return '';
  const { count, exact } = found.total;
  if (count === 0 && exact) return said.none;
  const much = exact ? said.found(count) : said.foundAtLeast(count);
  return mode === 'words' ? said.inAnyForm(much) : much;
}

function Hit({ hit, place }: { readonly hit: ConcordanceHit; readonly place: number }): VNode {
  const { session, messages } = useSurroundings();
  const { search: said } = messages;
  const into = languageOf(session.state().place.targetLanguage);
  const [target, source] = [hit[into], hit[otherLanguage(into)]];
  return (
    <li class="suggestion">
      <div class="suggestion-head">
        <InsertButton
          place={place}
          label={said.insert(place + 1)}
          tip={said.insertTip}
          onInsert={() => insertHit(session, place)}
        />
        <span class="suggestion-memory small quiet">{hit.memory.name}</span>
      </div>
      <PartField
        name={`hit ${place}`}
        label={said.part(place + 1)}
        language={target.language}
        onInsert={() => insertHit(session, place)}
      >
        <MarkedText text={contentText(target.content)} marks={target.marks} />
      </PartField>
      <div class="suggestion-source">
        <p class="text" lang={source.language} dir="auto">
          <MarkedText text={contentText(source.content)} marks={source.marks} />
        </p>
      </div>
      <ProvenanceLine provenance={hit.provenance} original={hit.originalLanguage} block={hit.block} />
    </li>
  );
}
