import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { contentText, type InlineContent } from '../../../memory/model/inline.ts';
import { Button } from '../../components/button.tsx';
import { splitAt } from '../commands/resegmenting.ts';
import type { Row } from '../state/row.ts';
import { useSurroundings } from './context.ts';
import { Modal } from './modal.tsx';

/** Asks where a segment is split: where the cursor stands in the source, and in the target. */
export function SplitDialog({ row, onClose }: { readonly row: Row; readonly onClose: () => void }): VNode {
  const { session, messages } = useSurroundings();
  const said = messages.segments;
  const source = useRef<HTMLTextAreaElement>(null);
  const target = useRef<HTMLTextAreaElement>(null);
  const { sourceLanguage, targetLanguage } = session.state().place;
  useLayoutEffect(() => {
    for (const field of [source.current, target.current]) {
      const middle = middleOf(field?.value ?? '');
      field?.setSelectionRange(middle, middle);
    }
    source.current?.focus();
  }, []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const at = source.current?.selectionStart ?? 0;
    const targetAt = target.current?.selectionStart ?? 0;
    onClose();
    void splitAt(session, row.segment.id, at, targetAt);
  };
  const field = (name: string, label: string, content: InlineContent, language: string, ref: typeof source) => (
    <div class="field">
      <label for={name}>{label}</label>
      <textarea
        id={name}
        class="textarea"
        lang={language}
        readOnly
        rows={3}
        ref={ref}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.form?.requestSubmit();
        }}
      >
        {contentText(content)}
      </textarea>
    </div>
  );
  return (
    <Modal title={said.splitTitle} onClose={onClose}>
      <form class="form" onSubmit={submit}>
        <p class="field-hint">{said.splitHint}</p>
        {field('split-source', said.splitSource, row.segment.source, sourceLanguage, source)}
        {row.target.length > 0 && field('split-target', said.splitTarget, row.target, targetLanguage, target)}
        <div class="form-actions">
          <Button look="primary" type="submit">
            {said.splitDo}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** The end of a sentence or clause nearest the middle, else a space there. */
function middleOf(text: string): number {
  const half = text.length / 2;
  const nearest = (pattern: RegExp) =>
    [...text.matchAll(pattern)]
      .map(({ index }) => index + 1)
      .sort((a, b) => Math.abs(a - half) - Math.abs(b - half))[0];
  return nearest(/[.!?;:…»”](?=\s)/g) ?? nearest(/\s/g) ?? 0;
}
