import type { ErrorCode } from '../../../memory/model/errors.ts';
import type { Segment, SegmentId } from '../../../memory/model/project.ts';
import type { Delivery } from '../state/state.ts';
import type { Change } from './change.ts';
import { appended, isTaken } from './change.ts';
import type { Deliver, Delivered } from './deliver.ts';
import type { Outbox } from './outbox.ts';

/** What the saver tells of. */
export interface SaverEvents {
  /** The server took a change; `latest` when nothing else of the segment waits. */
  delivered(change: Change, segment: Segment, latest: boolean): void;
  conflicted(segmentId: SegmentId, theirs: Segment): void;
  /** The server will not take it, for the reason given; it is kept here. `lost`: its segment cannot be had any more. */
  refused(segmentId: SegmentId, message: string, lost: boolean): void;
  /** The server will not have it confirmed; it is saved as a draft instead. */
  confirmationRefused(segmentId: SegmentId, message: string): void;
  changed(delivery: Delivery): void;
}

export interface Saver {
  /** Keeps a change on this device and tells the server of it: a draft after a pause in typing, all else at once. */
  keep(change: Omit<Change, 'key' | 'tab'>): void;
  /** Takes over changes of an earlier visit, to be sent at once. */
  adopt(changes: readonly Change[]): void;
  /** Sends all that waits now. */
  flush(): void;
  /** Sends what was in conflict once more, on top of the version that the server has. */
  insist(segmentId: SegmentId, version: number): void;
  /** Leaves the changes of a segment in the outbox, for a later visit to the document that it is in. @returns them */
  leave(segmentId: SegmentId): readonly Change[];
  /** Takes changes that were left out of the outbox. */
  forget(keys: readonly string[]): void;
  /** Lets go of every change of a segment. */
  drop(segmentId: SegmentId): void;
}

/** How long typing must pause before a draft is sent, in milliseconds. */
const PAUSE = 800;
/** How long to wait after failures of the connection, in milliseconds; the last for every further one. */
const RETRIES = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

interface Line {
  changes: readonly Change[];
  /** Not sent before a person has decided between two versions, or has changed what the server will not take. */
  held: false | 'conflict' | 'refused';
  /** Not sent before this timer has run out. */
  pause?: ReturnType<typeof setTimeout>;
  /** The version that the next change stands on, once an earlier one was taken. */
  version?: number;
}

/**
 * Sends changes one after the other, those of one segment in the order they were made, each on top of the version that
 * the one before it led to. Changes are in the outbox before they are sent and until they are taken.
 */
export function createSaver(tab: string, outbox: Outbox, deliver: Deliver, events: SaverEvents): Saver {
  const lines = new Map<SegmentId, Line>();
  let made = 0;
  let sending = false;
  let underWay: string | undefined;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let trouble: ErrorCode | undefined;
  let durable = outbox.durable;

  const standing = () => {
    const waiting = [...lines.values()].filter(({ changes }) => changes.length > 0);
    const held = waiting.filter((line) => line.held).length;
    const connection = failures === 0 ? 'up' : 'down';
    events.changed({ waiting: waiting.length, held, connection, durable, ...(trouble && { trouble }) });
  };
  const lineOf = (segmentId: SegmentId): Line => {
    const line = lines.get(segmentId) ?? { changes: [], held: false };
    lines.set(segmentId, line);
    return line;
  };

  function keep(given: Omit<Change, 'key' | 'tab'>): void {
    const key = `${tab}:${String(made++).padStart(9, '0')}`;
    const line = lineOf(given.segmentId);
    if (line.held === 'refused') withdraw(line);
    line.changes = appended(line.changes, { ...given, key, tab }, underWay);
    const kept = line.changes.at(-1);
    if (kept !== undefined) store(kept);
    clearTimeout(line.pause);
    delete line.pause;
    if (given.kind === 'save') {
      line.pause = setTimeout(() => {
        delete line.pause;
        void pump();
      }, PAUSE);
    }
    standing();
    if (given.kind !== 'save') void pump();
  }

  function forget(keys: readonly string[]): void {
    for (const key of keys) void outbox.remove(key).catch(() => {});
  }

  /** What was refused is of no use any more: the next change says all that there is to say. */
  function withdraw(line: Line): void {
    forget(line.changes.map(({ key }) => key));
    line.changes = [];
    line.held = false;
  }

  function store(change: Change): void {
    outbox.put(change).catch(() => {
      durable = false;
      standing();
    });
  }

  async function pump(): Promise<void> {
    if (sending || retry !== undefined) return;
    sending = true;
    for (let next = nextLine(); next !== undefined && retry === undefined; next = nextLine()) {
      const [line, change] = next;
      underWay = change.key;
      const answer = await deliver({ ...change, version: line.version ?? change.version });
      underWay = undefined;
      await handle(line, change, answer);
    }
    sending = false;
  }

  function nextLine(): readonly [Line, Change] | undefined {
    for (const line of lines.values()) {
      const [change] = line.changes;
      if (change !== undefined && !line.held && line.pause === undefined) return [line, change];
    }
    return undefined;
  }

  async function handle(line: Line, change: Change, answer: Delivered): Promise<void> {
    if (answer.kind === 'unreachable') {
      retry = setTimeout(again, RETRIES[Math.min(failures, RETRIES.length - 1)]);
      failures++;
      ({ trouble } = answer);
    } else {
      failures = 0;
      trouble = undefined;
      if (answer.kind === 'taken') await taken(line, change, answer.segment);
      else if (answer.kind === 'conflict' && isTaken(change, answer.theirs)) await taken(line, change, answer.theirs);
      else if (answer.kind === 'conflict')
        hold(line, 'conflict', () => events.conflicted(change.segmentId, answer.theirs));
      else if (answer.draftStands && change.kind === 'confirm') demote(line, change, answer.message);
      else hold(line, 'refused', () => events.refused(change.segmentId, answer.message, answer.lost));
    }
    standing();
  }

  async function taken(line: Line, change: Change, segment: Segment): Promise<void> {
    line.changes = line.changes.filter(({ key }) => key !== change.key);
    line.version = segment.version;
    events.delivered(change, segment, line.changes.length === 0);
    await outbox.remove(change.key).catch(() => {});
  }

  function hold(line: Line, why: 'conflict' | 'refused', tell: () => void): void {
    line.held = why;
    tell();
  }

  function demote(line: Line, change: Change, message: string): void {
    const draft: Change = { ...change, kind: 'save' };
    line.changes = line.changes.map((other) => (other.key === change.key ? draft : other));
    store(draft);
    events.confirmationRefused(change.segmentId, message);
  }

  function again(): void {
    clearTimeout(retry);
    retry = undefined;
    void pump();
  }

  return {
    keep,
    adopt: (changes) => {
      for (const change of changes) {
        const mine = { ...change, tab };
        const line = lineOf(change.segmentId);
        line.changes = [...line.changes, mine];
        store(mine);
      }
      standing();
      void pump();
    },
    flush: () => {
      for (const line of lines.values()) {
        clearTimeout(line.pause);
        delete line.pause;
      }
      again();
    },
    insist: (segmentId, version) => {
      const line = lineOf(segmentId);
      line.version = version;
      line.held = false;
      void pump();
    },
    leave: (segmentId) => {
      const { changes } = lineOf(segmentId);
      lines.delete(segmentId);
      standing();
      return changes;
    },
    forget,
    drop: (segmentId) => {
      forget(lineOf(segmentId).changes.map(({ key }) => key));
      lines.delete(segmentId);
      standing();
    },
  };
}
