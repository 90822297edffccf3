import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startIssueCount } from '../../../../../views/editor/commands/counting-issues.ts';
import { segment } from '../segments.ts';
import { startSession } from '../start-session.ts';

const PAST_THE_PAUSE = 1_000;

describe('the count of issues', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = () => {
    const started = startSession([
      segment(1, { target: ['The the first.'], status: 'draft' }),
      segment(2, { target: ['The the second, and'], status: 'draft' }),
      segment(3, { target: ['The the third, and'], status: 'confirmed' }),
      segment(4),
      segment(5, { source: ['Phrase 3.'], target: ['Sentence 3.'], status: 'confirmed' }),
    ]);
    startIssueCount(started.session);
    const counts = async () => {
      await vi.advanceTimersByTimeAsync(PAST_THE_PAUSE);
      const { issues } = started.session.state();
      return [1, 2, 3, 4, 5].map((id) => issues.get(id)?.count ?? 0);
    };
    return { ...started, counts };
  };

  it('leaves out what is written in, and of drafts what may still be written', async () => {
    const { counts, session } = start();
    const [active, draft, done, empty] = await counts();
    expect([active, draft, empty]).toEqual([0, 1, 0]);
    expect(done).toBeGreaterThan(1);
    expect(session.state().issues.get(2)?.severity).toBe('warning');
  });

  it('is put right where a row is left or changed, and in what says the same', async () => {
    const { counts, session } = start();
    const before = await counts();
    session.move(3);
    expect((await counts())[0]).toBe(1);
    session.edit(1, ['The second.'], {});
    expect((await counts())[1]).toBe(0);
    // Two translations of one source, until one of them is a draft again.
    session.unconfirm(4);
    expect((await counts())[2]).toBe((before[2] ?? 0) - 1);
  });

  it('is told of only where it has changed', async () => {
    const { counts, session } = start();
    await counts();
    const { issues } = session.state();
    session.dispatch({ type: 'othersMoved', left: [], entered: [[2, 'Ada']] });
    await counts();
    expect(session.state().issues).toBe(issues);
  });
});
