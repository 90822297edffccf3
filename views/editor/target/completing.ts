import { type EditorState, type Extension, Facet, Prec, StateEffect, StateField } from '@codemirror/state';
import { EditorView, keymap, type PluginValue, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { type Completion, completionOf } from '../suggestions/completions.ts';

/** What completes the words before the cursor, and which of it is chosen, 0-based. Put away, it stays so for those words. */
interface Offered extends Completion {
  readonly chosen: number;
  readonly away: boolean;
}

/** What there is to complete words with, asked for anew with every key. */
const completesWith = Facet.define<() => readonly string[]>();
const setOffered = StateEffect.define<Offered | undefined>();

const offeredField = StateField.define<Offered | undefined>({
  create: () => undefined,
  update(offered, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setOffered));
    if (set !== undefined) return set.value;
    if (!transaction.docChanged) return transaction.selection === undefined ? offered : undefined;
    const typed = transaction.isUserEvent('input.type') && !transaction.isUserEvent('input.type.compose');
    const found = typed ? completionIn(transaction.state) : undefined;
    return found && { ...found, chosen: 0, away: offered?.away === true && offered.from === found.from };
  },
  provide: (field) => EditorView.contentAttributes.from(field, attributesOf),
});

const LIST = 'completions';

/** Whether the state completes words already. */
export function isCompleting(state: EditorState): boolean {
  return state.facet(completesWith).length > 0;
}

/**
 * Offers what begins as the words before the cursor do, in a list below them. Escape puts it away, typing goes on as if it
 * were not there, the arrows choose and Enter takes ({@link acceptCompletion}, which the table of keys leads to).
 * @param label names the list, for readers
 */
export function completing(offered: () => readonly string[], label: string): Extension {
  return [
    completesWith.of(offered),
    offeredField,
    ViewPlugin.define((view) => new CompletionList(view, label)),
    EditorView.domEventHandlers({ blur: (_, view) => void close(view, undefined) }),
    Prec.highest(
      keymap.of([
        { key: 'Escape', run: (view) => close(view, true) },
        { key: 'ArrowDown', run: (view) => choose(view, 1) },
        { key: 'ArrowUp', run: (view) => choose(view, -1) },
      ]),
    ),
  ];
}

/** Takes what is chosen in the place of what was written of it. @returns whether anything was offered */
export function acceptCompletion(view: EditorView, place = offeredIn(view)?.chosen ?? 0): boolean {
  const offered = offeredIn(view);
  const text = offered?.texts[place];
  if (offered === undefined || text === undefined) return false;
  const { head } = view.state.selection.main;
  view.dispatch({
    changes: { from: offered.from, to: head, insert: text },
    selection: { anchor: offered.from + text.length },
    effects: setOffered.of(undefined),
    userEvent: 'input.complete',
    scrollIntoView: true,
  });
  return true;
}

function offeredIn({ state }: EditorView): Offered | undefined {
  const offered = state.field(offeredField, false);
  return offered?.away ? undefined : offered;
}

function choose(view: EditorView, by: 1 | -1): boolean {
  const offered = offeredIn(view);
  if (offered === undefined) return false;
  const { length } = offered.texts;
  view.dispatch({ effects: setOffered.of({ ...offered, chosen: (offered.chosen + by + length) % length }) });
  return true;
}

function close(view: EditorView, away: true | undefined): boolean {
  const offered = offeredIn(view);
  if (offered === undefined) return false;
  view.dispatch({ effects: setOffered.of(away && { ...offered, away }) });
  return true;
}

function completionIn(state: EditorState): Completion | undefined {
  const { head, empty } = state.selection.main;
  // Inside a word nothing is begun that could be completed.
  if (!empty || /[\p{L}\p{N}]/u.test(state.sliceDoc(head, head + 1))) return undefined;
  const { from } = state.doc.lineAt(head);
  const texts = state.facet(completesWith).flatMap((offered) => offered());
  const found = completionOf(state.sliceDoc(from, head), texts);
  return found && { ...found, from: from + found.from };
}

function attributesOf(offered: Offered | undefined): Record<string, string> {
  if (offered === undefined || offered.away) return { 'aria-autocomplete': 'list' };
  return {
    'aria-autocomplete': 'list',
    'aria-controls': LIST,
    'aria-activedescendant': `${LIST}-${offered.chosen}`,
  };
}

/** The list, drawn below the words that it completes. */
class CompletionList implements PluginValue {
  readonly view: EditorView;
  readonly list: HTMLUListElement;
  drawn: Offered | undefined;

  constructor(view: EditorView, label: string) {
    this.view = view;
    this.list = document.createElement('ul');
    this.list.id = LIST;
    this.list.className = 'completions';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', label);
  }

  update({ view }: ViewUpdate): void {
    const offered = offeredIn(view);
    if (offered === this.drawn) return;
    this.drawn = offered;
    this.list.remove();
    if (offered === undefined) return;
    this.list.replaceChildren(
      ...offered.texts.map((text, place) => this.option(text, place, place === offered.chosen)),
    );
    view.requestMeasure({
      key: this,
      read: () => view.coordsAtPos(offered.from),
      write: (place) => this.put(place),
    });
  }

  destroy(): void {
    this.list.remove();
  }

  option(text: string, place: number, chosen: boolean): HTMLElement {
    const option = document.createElement('li');
    option.id = `${LIST}-${place}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', String(chosen));
    option.textContent = text;
    // The focus stays where it is written.
    option.addEventListener('mousedown', (event) => {
      event.preventDefault();
      acceptCompletion(this.view, place);
    });
    return option;
  }

  put(place: { readonly left: number; readonly bottom: number } | null): void {
    const { parentElement } = this.view.dom;
    if (place === null || parentElement === null || this.drawn === undefined) return;
    const { left, top } = parentElement.getBoundingClientRect();
    this.list.style.top = `${place.bottom - top}px`;
    parentElement.append(this.list);
    const room = parentElement.clientWidth - this.list.offsetWidth;
    this.list.style.insetInlineStart = `${Math.max(0, Math.min(place.left - left, room))}px`;
  }
}
