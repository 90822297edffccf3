import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { BitextSentence } from '../../../memory/model/bitext.ts';
import type { Language } from '../../../memory/model/language.ts';
import { COMMANDS } from '../commands/commands.ts';
import { useSurroundings } from './context.ts';

interface SentenceFieldsProps {
  readonly language: Language;
  readonly places: readonly number[];
  readonly sentences: readonly BitextSentence[];
}

/** A field for each sentence of a side. What stands in them is kept when they are left. */
export function SentenceFields({ language, places, sentences }: SentenceFieldsProps): VNode {
  const { session, messages } = useSurroundings();
  const fields = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    for (const field of fields.current?.querySelectorAll('textarea') ?? []) fitHeight(field);
    fields.current?.querySelector('textarea')?.focus();
  }, []);
  return (
    <div
      class="bead-fields"
      ref={fields}
      onFocusOut={({ relatedTarget }) => {
        const stays = relatedTarget instanceof Node && fields.current?.closest('.bead')?.contains(relatedTarget);
        if (relatedTarget !== null && !stays) COMMANDS.keep(session);
      }}
    >
      {places.map((place, position) => (
        <textarea
          key={place}
          class="textarea"
          data-sentence={place}
          lang={language}
          rows={1}
          maxLength={20_000}
          aria-label={messages.grid.edit(language, position + 1)}
          aria-describedby="sentence-hint"
          onInput={(event) => fitHeight(event.currentTarget)}
        >
          {sentences[place]?.text}
        </textarea>
      ))}
      <p class="field-hint" id="sentence-hint">
        {messages.grid.editHint}
      </p>
    </div>
  );
}

/** Makes a field as high as its text. */
function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}
