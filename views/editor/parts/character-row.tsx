import type { VNode } from 'preact';
import type { LanguageTag } from '../../../memory/model/language.ts';
import { languageOf } from '../../../memory/model/language.ts';
import { memo } from '../../components/memo.ts';
import { insertText } from '../commands/writing.ts';
import { useSurroundings } from './context.ts';
import { Toolbar } from './toolbar.tsx';

const FRENCH = ['«\u00A0', '\u00A0»', '’', 'œ', 'Œ', 'æ', 'É', 'È', 'À', 'Ç', '–', '—', '…'];
const ENGLISH = ['“', '”', '‘', '’', '–', '—', '…', '£', '€', 'é', 'ç'];

/** Characters that keyboards hide, in the language that is written; the no-break spaces too. */
export const CharacterRow = memo(({ language }: { readonly language: LanguageTag }): VNode => {
  const { session, messages } = useSurroundings();
  const { characters, spaces } = messages.segments;
  const insert = (text: string) => () => insertText(session, text);
  return (
    <Toolbar class="characters" label={characters}>
      {(languageOf(language) === 'fr' ? FRENCH : ENGLISH).map((text) => (
        <button key={text} type="button" class="character" lang={language} onClick={insert(text)}>
          {text.trim()}
        </button>
      ))}
      <button
        type="button"
        class="character"
        aria-label={spaces.noBreak}
        title={spaces.noBreak}
        onClick={insert('\u00A0')}
      >
        ⍽
      </button>
      <button
        type="button"
        class="character"
        aria-label={spaces.narrow}
        title={spaces.narrow}
        onClick={insert('\u202F')}
      >
        <span class="character-narrow">⍽</span>
      </button>
    </Toolbar>
  );
});
