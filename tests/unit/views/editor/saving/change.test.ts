import { describe, expect, it } from 'vitest';
import { appended, type Change, isTaken } from '../../../../../views/editor/saving/change.ts';
import { leftBehind, restoredBy } from '../../../../../views/editor/saving/leftovers.ts';
import { passingOutbox } from '../../../../../views/editor/saving/outbox.ts';
import { joinTabs } from '../../../../../views/editor/saving/tabs.ts';
import { segment } from '../segments.ts';

function change(key: string, given: Partial<Change> = {}): Change {
  return { key, tab: 'a', segmentId: 1, kind: 'save', target: ['One.'], source: {}, version: 1, ...given };
}

describe('the changes of a segment', () => {
  it('hold one draft only: the latest, on the version of the first', () => {
    const both = appended([change('1')], change('2', { target: ['One two.'], version: 1 }), undefined);
    expect(both).toEqual([change('1', { target: ['One two.'] })]);
  });

  it('let a confirmation replace the draft before it', () => {
    const both = appended([change('1')], change('2', { kind: 'confirm' }), undefined);
    expect(both.map(({ key, kind }) => [key, kind])).toEqual([['1', 'confirm']]);
  });

  it('keep a draft that is under way apart from what is typed after', () => {
    expect(appended([change('1')], change('2'), '1')).toHaveLength(2);
  });

  it('keep confirmations, and what was done after them, in order', () => {
    const kinds = (['save', 'confirm', 'save', 'unconfirm', 'save', 'confirm'] as const).reduce<readonly Change[]>(
      (line, kind, place) => appended(line, change(String(place), { kind }), undefined),
      [],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['confirm', 'save', 'unconfirm', 'confirm']);
  });
});

describe('isTaken', () => {
  it('finds a draft that the server has already', () => {
    expect(isTaken(change('1'), segment(1, { target: ['One.'], status: 'draft', version: 4 }))).toBe(true);
    expect(isTaken(change('1', { target: [] }), segment(1))).toBe(true);
  });

  it('does not take another text or another status for it', () => {
    expect(isTaken(change('1'), segment(1, { target: ['Two.'], status: 'draft' }))).toBe(false);
    expect(isTaken(change('1'), segment(1, { target: ['One.'], status: 'confirmed' }))).toBe(false);
    expect(isTaken(change('1', { kind: 'confirm' }), segment(1, { target: ['One.'], status: 'draft' }))).toBe(false);
  });

  it('counts a reviewed segment as confirmed, and any draft as unconfirmed', () => {
    expect(isTaken(change('1', { kind: 'confirm' }), segment(1, { target: ['One.'], status: 'reviewed' }))).toBe(true);
    expect(isTaken(change('1', { kind: 'unconfirm' }), segment(1, { target: ['Two.'], status: 'draft' }))).toBe(true);
  });
});

describe('what was left behind', () => {
  it('is of pages that are gone', async () => {
    const outbox = passingOutbox();
    await outbox.put(change('1', { tab: 'gone' }));
    await outbox.put(change('2', { tab: 'open' }));
    const tabs = { own: 'new', gone: async () => new Set(['gone']) };
    expect((await leftBehind(outbox, tabs)).map(({ key }) => key)).toEqual(['1']);
  });

  it('is everything where the browser cannot tell which pages are open', async () => {
    const tabs = joinTabs(0, 0.5, undefined);
    expect(await tabs.gone(new Set(['a', 'b']))).toEqual(new Set(['a', 'b']));
  });

  it('shows the last change of each segment', () => {
    const restored = restoredBy([
      change('1', { kind: 'confirm' }),
      change('2', { target: ['Two.'] }),
      change('3', { segmentId: 2, kind: 'confirm', target: ['Deux.'] }),
    ]);
    expect(restored).toEqual([
      { segmentId: 1, target: ['Two.'], source: {}, status: 'draft' },
      { segmentId: 2, target: ['Deux.'], source: {}, status: 'confirmed' },
    ]);
  });
});
