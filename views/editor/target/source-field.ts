import { invertedEffects } from '@codemirror/commands';
import { EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import type { Source } from '../state/row.ts';

/** Says how the text that a transaction brings came to be. */
export const setSource = StateEffect.define<Source>();

/** How the text in the editor came to be. Undoing an insertion brings back what was before it. */
const sourceField = StateField.define<Source>({
  create: () => ({}),
  update: (source, transaction) => transaction.effects.findLast((effect) => effect.is(setSource))?.value ?? source,
});

export function sourceOf(state: EditorState): Source {
  return state.field(sourceField);
}

/** Keeps the source with the text, starting from `source`: a target that was emptied is a person’s from then on. */
export function sourceTracking(source: Source): Extension {
  return [
    sourceField.init(() => source),
    invertedEffects.of((transaction) =>
      transaction.effects.some((effect) => effect.is(setSource))
        ? [setSource.of(transaction.startState.field(sourceField))]
        : [],
    ),
    EditorState.transactionExtender.of((transaction) => {
      const emptied = transaction.docChanged && transaction.newDoc.length === 0;
      return emptied && !transaction.effects.some((effect) => effect.is(setSource))
        ? { effects: setSource.of({}) }
        : null;
    }),
  ];
}
