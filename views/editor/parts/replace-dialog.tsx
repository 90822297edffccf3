import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SegmentId } from '../../../memory/model/project.ts';
import type { TextSearch } from '../../../memory/text/replace.ts';
import { Button } from '../../components/button.tsx';
import { replaceAll } from '../commands/replacing.ts';
import { findHits, type Hit } from '../replacing/find.ts';
import type { EditorState } from '../state/state.ts';
import { useSurroundings } from './context.ts';
import { Modal } from './modal.tsx';
import { ReplaceHit } from './replace-hit.tsx';

/** More are replaced, but not listed. */
const MOST_LISTED = 300;

interface ReplaceDialogProps {
  readonly state: EditorState;
  readonly onClose: () => void;
}

/** Finds a text in the targets, shows what each would become, and replaces it in those that are chosen. */
export function ReplaceDialog({ state, onClose }: ReplaceDialogProps): VNode {
  const { session, messages } = useSurroundings();
  const said = messages.filtering.replace;
  const [search, setSearch] = useState<TextSearch>(EMPTY);
  const [left, setLeft] = useState<ReadonlySet<SegmentId>>(new Set());
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const { rows } = state;
  const found = useMemo(() => hitsOf(rows, search), [rows, search]);
  const hits = found ?? [];
  const chosen = hits.filter(({ row }) => !left.has(row.segment.id));
  const change = (given: Partial<TextSearch>) => setSearch((before) => ({ ...before, ...given }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (chosen.length === 0) return;
    replaceAll(session, chosen);
    onClose();
  };
  const toggle = (id: SegmentId) => () =>
    setLeft((before) =>
      before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
    );
  return (
    <Modal title={said.title} onClose={onClose}>
      <form class="form replace" onSubmit={submit} noValidate>
        <div class="field-row">
          <div class="field">
            <label for="replace-find">{said.find}</label>
            <input
              class="input"
              id="replace-find"
              lang={state.place.targetLanguage}
              autocomplete="off"
              ref={input}
              value={search.text}
              onInput={({ currentTarget }) => change({ text: currentTarget.value })}
              {...(found === undefined && { 'aria-invalid': true, 'aria-describedby': 'replace-fault' })}
            />
            {found === undefined && (
              <p class="field-error" id="replace-fault" role="alert">
                {said.badPattern}
              </p>
            )}
          </div>
          <div class="field">
            <label for="replace-with">{said.replacement}</label>
            <input
              class="input"
              id="replace-with"
              lang={state.place.targetLanguage}
              autocomplete="off"
              value={search.replacement}
              onInput={({ currentTarget }) => change({ replacement: currentTarget.value })}
            />
          </div>
        </div>
        <div class="replace-options">
          <Option label={said.matchCase} on={search.matchCase} onChange={(matchCase) => change({ matchCase })} />
          <Option label={said.wholeWords} on={search.wholeWords} onChange={(wholeWords) => change({ wholeWords })} />
          <Option label={said.pattern} on={search.pattern} onChange={(pattern) => change({ pattern })} />
        </div>
        {search.text !== '' && found !== undefined && (
          <section>
            <p role="status">{hits.length === 0 ? said.nothing : said.found(hits.length)}</p>
            <ul class="replace-hits">
              {hits.slice(0, MOST_LISTED).map((hit) => (
                <ReplaceHit
                  key={hit.row.segment.id}
                  hit={hit}
                  language={state.place.targetLanguage}
                  chosen={!left.has(hit.row.segment.id)}
                  onToggle={toggle(hit.row.segment.id)}
                />
              ))}
            </ul>
            {hits.length > MOST_LISTED && <p class="small quiet">{said.shownFirst(MOST_LISTED)}</p>}
          </section>
        )}
        <div class="form-actions replace-actions">
          <Button look="primary" type="submit" disabled={chosen.length === 0}>
            {said.submit(chosen.length)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface OptionProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Option({ label, on, onChange }: OptionProps): VNode {
  return (
    <label class="choice">
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

const EMPTY: TextSearch = { text: '', replacement: '', matchCase: false, wholeWords: false, pattern: false };

/** `undefined` for a pattern that is none. */
function hitsOf(rows: EditorState['rows'], search: TextSearch): readonly Hit[] | undefined {
  try {
    return findHits(rows, search);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
