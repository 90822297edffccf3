import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InlineContent } from '../../../../../memory/model/inline.ts';
import type { Segment } from '../../../../../memory/model/project.ts';
import type { Change } from '../../../../../views/editor/saving/change.ts';
import type { Deliver, Delivered } from '../../../../../views/editor/saving/deliver.ts';
import { type Outbox, passingOutbox } from '../../../../../views/editor/saving/outbox.ts';
import { createSaver } from '../../../../../views/editor/saving/saver.ts';
import type { Delivery } from '../../../../../views/editor/state/state.ts';
import { segment } from '../segments.ts';

/** A server that keeps segments with versions, as the real one does, and can be cut off or made to refuse. */
class Server {
  readonly segments = new Map<number, Segment>([1, 2].map((id) => [id, segment(id)]));
  readonly taken: string[] = [];
  reachable = true;
  answers = true;
  refusal: Delivered | undefined;

  readonly deliver: Deliver = async (change) => {
    await Promise.resolve();
    if (!this.reachable) return { kind: 'unreachable' };
    if (this.refusal !== undefined) return this.refusal;
    const old = this.segments.get(change.segmentId) ?? segment(change.segmentId);
    if (old.version !== change.version) return { kind: 'conflict', theirs: old };
    const next = this.apply(old, change);
    this.taken.push(`${change.segmentId} ${change.kind} ${change.target.join('')}`);
    return this.answers ? { kind: 'taken', segment: next } : { kind: 'unreachable' };
  };

  apply(old: Segment, { segmentId, kind, target }: Pick<Change, 'segmentId' | 'kind' | 'target'>): Segment {
    const status = kind === 'confirm' ? 'confirmed' : 'draft';
    const next: Segment = { ...old, status, version: old.version + 1, ...(kind !== 'unconfirm' && { target }) };
    this.segments.set(segmentId, next);
    return next;
  }
}

interface Told {
  readonly delivered: string[];
  readonly conflicts: Segment[];
  readonly refusals: string[];
  delivery: Delivery | undefined;
}

function start(server: Server, outbox: Outbox = passingOutbox(), tab = 'a') {
  const told: Told = { delivered: [], conflicts: [], refusals: [], delivery: undefined };
  const saver = createSaver(tab, outbox, server.deliver, {
    delivered: (change, _, latest) => told.delivered.push(`${change.segmentId} ${change.kind}${latest ? '' : ' …'}`),
    conflicted: (_, theirs) => told.conflicts.push(theirs),
    refused: (id, message, lost) => told.refusals.push(`${id} ${message}${lost ? ' lost' : ''}`),
    confirmationRefused: (id, message) => told.refusals.push(`${id} draft ${message}`),
    changed: (delivery) => {
      told.delivery = delivery;
    },
  });
  const keep = (kind: Change['kind'], target: InlineContent, segmentId = 1, version = 1) =>
    saver.keep({ segmentId, kind, target, source: {}, version });
  return { saver, told, keep };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const pause = () => vi.advanceTimersByTimeAsync(800);

describe('the saver', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends a draft after a pause in typing, as it then is', async () => {
    const server = new Server();
    const { keep, told } = start(server);
    keep('save', ['O']);
    keep('save', ['On']);
    await settle();
    expect(server.taken).toEqual([]);
    expect(told.delivery).toMatchObject({ waiting: 1, connection: 'up' });
    await pause();
    expect(server.taken).toEqual(['1 save On']);
    expect(told.delivery?.waiting).toBe(0);
  });

  it('keeps every change in the outbox until the server has it', async () => {
    const server = new Server();
    const outbox = passingOutbox();
    const { keep, saver } = start(server, outbox);
    keep('save', ['Kept']);
    await settle();
    expect((await outbox.all()).map(({ target }) => target)).toEqual([['Kept']]);
    saver.flush();
    await settle();
    expect(await outbox.all()).toEqual([]);
  });

  it('sends the changes of a segment in order, each on the version before it', async () => {
    const server = new Server();
    const { keep, told } = start(server);
    keep('confirm', ['One.']);
    keep('save', ['One two.']);
    keep('confirm', ['One two three.']);
    await settle();
    expect(server.taken).toEqual(['1 confirm One.', '1 confirm One two three.']);
    expect(told.delivered).toEqual(['1 confirm …', '1 confirm']);
    expect(told.conflicts).toEqual([]);
    expect(server.segments.get(1)?.version).toBe(3);
  });

  it('tells the server again once what it refused was changed', async () => {
    const server = new Server();
    server.refusal = { kind: 'refused', message: 'Too long.', draftStands: false, lost: false };
    const outbox = passingOutbox();
    const { keep, told } = start(server, outbox);
    keep('confirm', ['Much too long.']);
    await settle();
    expect(told.refusals).toEqual(['1 Too long.']);
    server.refusal = undefined;
    keep('save', ['Short.']);
    await pause();
    expect(server.taken).toEqual(['1 save Short.']);
    expect(told.delivery).toMatchObject({ waiting: 0, held: 0 });
    expect(await outbox.all()).toEqual([]);
  });

  it('says what is wrong with a server that cannot save, and tries again', async () => {
    const server = new Server();
    server.refusal = { kind: 'unreachable', trouble: 'database-full' };
    const { keep, told, saver } = start(server);
    keep('confirm', ['One.']);
    await settle();
    expect(told.delivery).toMatchObject({ waiting: 1, connection: 'down', trouble: 'database-full' });
    server.refusal = undefined;
    saver.flush();
    await settle();
    expect(told.delivery).toEqual({ waiting: 0, held: 0, connection: 'up', durable: false });
    expect(server.taken).toEqual(['1 confirm One.']);
  });

  it('tries again when the connection is back, and says so', async () => {
    const server = new Server();
    server.reachable = false;
    const { keep, told, saver } = start(server);
    keep('confirm', ['One.']);
    keep('confirm', ['Two.'], 2);
    await settle();
    expect(told.delivery).toMatchObject({ waiting: 2, connection: 'down' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.taken).toEqual([]);
    server.reachable = true;
    saver.flush();
    await settle();
    expect(server.taken).toEqual(['1 confirm One.', '2 confirm Two.']);
    expect(told.delivery).toMatchObject({ waiting: 0, connection: 'up' });
  });

  it('comes back by itself when nobody says that the connection is back', async () => {
    const server = new Server();
    server.reachable = false;
    const { keep } = start(server);
    keep('confirm', ['One.']);
    await vi.advanceTimersByTimeAsync(5_000);
    server.reachable = true;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(server.taken).toEqual(['1 confirm One.']);
  });

  it('takes a change as saved whose answer was lost', async () => {
    const server = new Server();
    server.answers = false;
    const { keep, told, saver } = start(server);
    keep('confirm', ['One.']);
    await settle();
    server.answers = true;
    saver.flush();
    await settle();
    expect(told.conflicts).toEqual([]);
    expect(told.delivered).toEqual(['1 confirm']);
    expect(server.taken).toEqual(['1 confirm One.']);
  });

  it('holds a conflict, lets the others pass, and sends mine on top of theirs when told to', async () => {
    const server = new Server();
    const { keep, told, saver } = start(server);
    server.apply(segment(1), { segmentId: 1, kind: 'save', target: ['Theirs.'] });
    keep('save', ['Mine.']);
    keep('confirm', ['Deux.'], 2);
    await pause();
    expect(told.conflicts.map(({ target }) => target)).toEqual([['Theirs.']]);
    expect(server.taken).toEqual(['2 confirm Deux.']);
    expect(told.delivery).toMatchObject({ waiting: 1, held: 1 });
    keep('save', ['Mine still.']);
    await pause();
    expect(server.taken).toHaveLength(1);
    saver.insist(1, 2);
    await settle();
    expect(server.segments.get(1)?.target).toEqual(['Mine still.']);
    expect(told.delivery).toMatchObject({ waiting: 0, held: 0 });
  });

  it('lets mine go when theirs is chosen, from the outbox too', async () => {
    const server = new Server();
    const outbox = passingOutbox();
    const { keep, saver, told } = start(server, outbox);
    server.apply(segment(1), { segmentId: 1, kind: 'save', target: ['Theirs.'] });
    keep('save', ['Mine.']);
    await pause();
    saver.drop(1);
    await settle();
    expect(await outbox.all()).toEqual([]);
    expect(told.delivery?.waiting).toBe(0);
    keep('save', ['After all.'], 1, 2);
    await pause();
    expect(server.segments.get(1)?.target).toEqual(['After all.']);
  });

  it('keeps what the server refuses, and saves as a draft what may not be confirmed', async () => {
    const server = new Server();
    const { keep, told } = start(server);
    server.refusal = { kind: 'refused', message: 'The memory is read-only.', draftStands: true, lost: false };
    keep('confirm', ['One.']);
    const held = { kind: 'refused', message: 'It is locked.', draftStands: false, lost: true } as const;
    await vi.advanceTimersByTimeAsync(0);
    expect(told.refusals[0]).toBe('1 draft The memory is read-only.');
    server.refusal = held;
    keep('confirm', ['Deux.'], 2);
    await settle();
    expect(told.refusals).toContain('2 It is locked. lost');
    expect(told.delivery?.waiting).toBeGreaterThan(0);
  });

  it('sends what an earlier page left, on the versions it stood on', async () => {
    const server = new Server();
    const outbox = passingOutbox();
    const earlier = start(server, outbox, 'a');
    earlier.keep('save', ['Typed, then the page was gone.']);
    await settle();
    vi.clearAllTimers();

    const later = start(server, outbox, 'b');
    later.saver.adopt(await outbox.all());
    await settle();
    expect(server.taken).toEqual(['1 save Typed, then the page was gone.']);
    expect(await outbox.all()).toEqual([]);
  });

  it('leaves in the outbox what belongs to a document that is not open', async () => {
    const server = new Server();
    const outbox = passingOutbox();
    const { keep, saver, told } = start(server, outbox);
    server.apply(segment(1), { segmentId: 1, kind: 'save', target: ['Theirs.'] });
    keep('confirm', ['Mine.']);
    await settle();
    const left = saver.leave(1);
    expect(told.delivery).toMatchObject({ waiting: 0, held: 0 });
    expect(await outbox.all()).toEqual(left);
    expect(left.map(({ target }) => target)).toEqual([['Mine.']]);
    saver.forget(left.map(({ key }) => key));
    expect(await outbox.all()).toEqual([]);
  });

  it('says when this device cannot keep anything', async () => {
    const full: Outbox = { ...passingOutbox(), durable: true, put: async () => Promise.reject(new Error('full')) };
    const { keep, told } = start(new Server(), full);
    keep('save', ['One.']);
    await settle();
    expect(told.delivery?.durable).toBe(false);
    await pause();
    expect(told.delivery?.waiting).toBe(0);
  });
});
