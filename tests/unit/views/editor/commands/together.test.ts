import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../../../views/preferences/preferences.ts';
import { segment } from '../segments.ts';
import { startSession } from '../start-session.ts';

const SAME = { source: ['Le port est fermé.'] };

describe('confirming a repetition', () => {
  const five = () => [
    segment(1, { ...SAME, target: ['The port is closed.'], status: 'draft' }),
    segment(2),
    segment(3, SAME),
    segment(4, { ...SAME, target: ['Shut.'], status: 'draft' }),
    segment(5, { ...SAME, locked: true }),
  ];

  it('fills the empty ones, and says so; what is written or locked stays', () => {
    const { run, kept, row } = startSession(five());
    expect(run('confirm')).toBe('Segment 1 confirmed, 1 repetition filled. Segment 2 of 5.');
    expect(row(2)).toMatchObject({
      target: ['The port is closed.'],
      status: 'draft',
      source: { origin: { rate: 100 } },
    });
    expect(row(3)?.target).toEqual(['Shut.']);
    expect(row(4)?.target).toEqual([]);
    expect(kept).toContain('3 save The port is closed. v1');
  });

  it('is taken back whole, and what was written since is not', () => {
    const { session, run, kept, row } = startSession(five());
    run('confirm');
    expect(run('takeBack')).toBe('1 segment is as before.');
    expect(row(2)).toMatchObject({ target: [], status: 'untranslated' });
    expect(kept.at(-1)).toBe('3 save  v1');
    expect(run('takeBack')).toBe('There is no change of several segments to take back.');

    session.dispatch({ type: 'moved', index: 0 });
    session.edit(0, ['The port is shut.'], {});
    run('confirm');
    session.edit(2, ['Mine.'], {});
    expect(run('takeBack')).toContain('0 of 1');
    expect(row(2)?.target).toEqual(['Mine.']);
  });

  it('fills nothing where it is switched off', () => {
    const { session, run, row } = startSession(five());
    session.dispatch({ type: 'preferencesChanged', preferences: { ...DEFAULT_PREFERENCES, propagate: false } });
    expect(run('confirm')).toBe('Segment 1 confirmed. Segment 2 of 5.');
    expect(row(2)?.target).toEqual([]);
  });
});

describe('a change of several segments', () => {
  it('makes confirmed ones drafts, and taking it back confirms them again', () => {
    const { session, kept, row } = startSession([
      segment(1, { target: ['A port.'], status: 'confirmed' }),
      segment(2, { target: ['A port.'], status: 'draft', locked: true }),
    ]);
    session.changeTogether('replaced', [
      { index: 0, target: ['A harbour.'], source: {} },
      { index: 1, target: ['A harbour.'], source: {} },
    ]);
    expect(row(0)).toMatchObject({ target: ['A harbour.'], status: 'draft', saving: 'kept' });
    expect(row(1)?.target).toEqual(['A port.']);
    expect(session.takeBack()).toBe(1);
    expect(row(0)).toMatchObject({ target: ['A port.'], status: 'confirmed' });
    expect(kept).toEqual(['1 save A harbour. v1', '1 confirm A port. v1']);
  });
});

describe('with a filter', () => {
  it('moves and confirms among what is shown', () => {
    const { session, run } = startSession([
      segment(1, { target: ['One.'], status: 'draft' }),
      segment(2),
      segment(3, { target: ['Three.'], status: 'draft' }),
    ]);
    session.dispatch({
      type: 'filtered',
      filter: { status: 'draft' },
      shown: { indexes: [0, 2], hits: new Set([0, 2]) },
    });
    expect(run('nextSegment')).toBe('Segment 3 of 3.');
    expect(run('nextSegment')).toBe('This is the last segment.');
    expect(run('confirm')).toBe('Segment 3 confirmed. Segment 1 of 3.');
    expect(run('confirm')).toBe('Segment 1 confirmed. Every segment that is shown is confirmed.');
  });
});
