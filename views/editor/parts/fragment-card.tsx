import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { contentText, type InlineContent } from '../../../memory/model/inline.ts';
import type { Fragment } from '../../../memory/model/match.ts';
import type { TextRange } from '../../../memory/model/range.ts';
import { Icon } from '../../components/icon.tsx';
import { MarkedText } from '../../components/marked-text.tsx';
import { ProvenanceLine } from '../../components/provenance-line.tsx';
import { insertSuggestion } from '../commands/suggesting.ts';
import { originalLanguageOf } from '../state/suggestions.ts';
import { useSurroundings } from './context.ts';
import { InsertButton } from './insert-button.tsx';
import { UnitButton } from './unit-button.tsx';

interface FragmentCardProps {
  readonly fragment: Fragment;
  /** Its place among all suggestions, 0-based. */
  readonly place: number;
  readonly stepped: boolean;
}

/** A piece of the segment with its translation, each shown in the sentence it stands in. */
export function FragmentCard({ fragment, place, stepped }: FragmentCardProps): VNode {
  const { session, messages } = useSurroundings();
  const { suggestions: said } = messages;
  const card = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (stepped) card.current?.scrollIntoView({ block: 'nearest' });
  }, [stepped]);
  const { text, translation, target, targetRange, targetLanguage, source, sourceRange, sourceLanguage } = fragment;
  return (
    <li class={stepped ? 'suggestion suggestion-stepped' : 'suggestion'} ref={card}>
      <div class="suggestion-head">
        <InsertButton
          place={place}
          label={said.insertFragment(place + 1, translation)}
          tip={said.insert}
          onInsert={() => insertSuggestion(session, fragment, place)}
        />
        <span class="fragment">
          <span lang={sourceLanguage}>{text}</span>
          <Icon name="arrow" size={14} />
          <strong lang={targetLanguage}>{translation}</strong>
        </span>
      </div>
      <Sentence content={target} range={targetRange} language={targetLanguage} />
      <div class="suggestion-source">
        <Sentence content={source} range={sourceRange} language={sourceLanguage} />
      </div>
      <ProvenanceLine provenance={fragment.provenance} original={originalLanguageOf(fragment)} block={fragment.block} />
      <details class="suggestion-more">
        <summary>{said.about}</summary>
        <UnitButton suggestion={fragment} />
      </details>
    </li>
  );
}

interface SentenceProps {
  readonly content: InlineContent;
  readonly range: TextRange;
  readonly language: string;
}

function Sentence({ content, range, language }: SentenceProps): VNode {
  return (
    <p class="text small" lang={language} dir="auto">
      <MarkedText text={contentText(content)} marks={[range]} />
    </p>
  );
}
