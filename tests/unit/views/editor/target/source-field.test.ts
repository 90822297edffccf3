import { history, isolateHistory, undo } from '@codemirror/commands';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { setSource, sourceOf, sourceTracking } from '../../../../../views/editor/target/source-field.ts';

const MATCH = { origin: { kind: 'match', match: 'fuzzy', rate: 82 }, inserted: 'As stored.' } as const;

class Text {
  state = EditorState.create({ doc: 'Mine.', extensions: [history(), sourceTracking({})] });

  change(spec: TransactionSpec): this {
    this.state = this.state.update(spec).state;
    return this;
  }

  insertMatch(): this {
    const changes = { from: 0, to: this.state.doc.length, insert: MATCH.inserted };
    return this.change({ changes, effects: setSource.of(MATCH), annotations: isolateHistory.of('full') });
  }

  undo(): this {
    undo({ state: this.state, dispatch: (transaction) => (this.state = transaction.state) });
    return this;
  }
}

describe('where a text came from', () => {
  it('goes with an inserted match, and stays when it is edited', () => {
    const text = new Text().insertMatch();
    expect(sourceOf(text.state)).toEqual(MATCH);
    text.change({ changes: { from: 0, insert: 'Just ' }, userEvent: 'input.type' });
    expect(sourceOf(text.state)).toEqual(MATCH);
  });

  it('is taken back with the insertion', () => {
    const text = new Text().insertMatch().undo();
    expect(text.state.doc.toString()).toBe('Mine.');
    expect(sourceOf(text.state)).toEqual({});
  });

  it('ends when the text is emptied, and comes back with it', () => {
    const text = new Text().insertMatch();
    text.change({ changes: { from: 0, to: text.state.doc.length }, userEvent: 'delete' });
    expect(sourceOf(text.state)).toEqual({});
    expect(sourceOf(text.undo().state)).toEqual(MATCH);
  });
});
