import type { MessagePort } from 'node:worker_threads';
import { BroadcastChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { BlockParts } from '../../memory/store/sql/block-parts.ts';

/** What a thread is given to share blocks of an index with the other threads that were given the same. */
export interface Sharing {
  /** Names the channel on which they tell each other what they have read. */
  readonly channel: string;
  /** What was read before the thread was started, by {@link keyOf}. */
  readonly parts: ReadonlyMap<string, SharedArrayBuffer>;
  /** One 32-bit integer: 1 while a thread reads, so that no two read the same. */
  readonly lock: SharedArrayBuffer;
}

type Message = { readonly key: string; readonly buffer: SharedArrayBuffer } | { readonly keep: readonly number[] };

const PATIENCE = 5_000;

/**
 * Blocks in memory that several threads have at once. What one has read the others find.
 * @param patience how long to wait for a thread that reads, in milliseconds: one that broke off never ends
 */
export function sharedParts(
  { channel: name, parts: known, lock }: Sharing,
  patience = PATIENCE,
): BlockParts & { close(): void } {
  const parts = new Map(known);
  const reading = new Int32Array(lock);
  const channel = openChannel(name, parts);

  /** What came in since the thread last came back to its event loop. */
  function hear(): void {
    // Node takes a channel here as well as a port; its types know of ports alone.
    const port = channel as unknown as MessagePort;
    for (let one = receiveMessageOnPort(port); one !== undefined; one = receiveMessageOnPort(port)) {
      take(parts, one.message as Message);
    }
  }

  async function load(key: string, read: () => Promise<Uint8Array>): Promise<Uint8Array> {
    while (Atomics.compareExchange(reading, 0, 0, 1) !== 0) {
      if ((await Atomics.waitAsync(reading, 0, 1, patience).value) === 'timed-out') break;
    }
    try {
      hear();
      const present = parts.get(key);
      if (present !== undefined) return new Uint8Array(present);
      const bytes = await read();
      const buffer = new SharedArrayBuffer(bytes.length);
      const shared = new Uint8Array(buffer);
      shared.set(bytes);
      parts.set(key, buffer);
      channel.postMessage({ key, buffer } satisfies Message);
      return shared;
    } finally {
      Atomics.store(reading, 0, 0);
      Atomics.notify(reading, 0, 1);
    }
  }

  return {
    async get(block, part, read) {
      const key = `${block} ${part}`;
      const present = parts.get(key);
      return present === undefined ? load(key, read) : new Uint8Array(present);
    },
    keepOnly(blocks) {
      const keep = [...blocks];
      hear();
      if (forget(parts, keep)) channel.postMessage({ keep } satisfies Message);
    },
    close: () => channel.close(),
  };
}

/** Keeps, in the thread that starts the others, what they have read, for those that are started later. */
export function keepParts(sharing: Omit<Sharing, 'parts'>): Sharing & { close(): void } {
  const parts = new Map<string, SharedArrayBuffer>();
  const channel = openChannel(sharing.channel, parts);
  return { ...sharing, parts, close: () => channel.close() };
}

function openChannel(name: string, parts: Map<string, SharedArrayBuffer>): BroadcastChannel {
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event) => take(parts, (event as { readonly data: Message }).data);
  channel.unref();
  return channel;
}

function take(parts: Map<string, SharedArrayBuffer>, message: Message): void {
  if ('keep' in message) forget(parts, message.keep);
  else parts.set(message.key, message.buffer);
}

/** @returns whether there was anything to forget */
function forget(parts: Map<string, SharedArrayBuffer>, keep: readonly number[]): boolean {
  const kept = new Set(keep);
  const size = parts.size;
  for (const key of parts.keys()) if (!kept.has(Number.parseInt(key, 10))) parts.delete(key);
  return parts.size < size;
}
