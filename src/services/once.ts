import { createHash } from 'node:crypto';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Actor, Store } from '../../memory/store/store.ts';

/** Does what is asked for under a key once, however often it is sent. */
export interface Once {
  /**
   * @param key the caller's own; of 24 hours, the same key stands for the same request
   * @param asked all that was asked for, as JSON or bytes: another request under the same key is refused
   * @param work what is done the first time; where it fails, the next time is the first
   * @param kept what is kept of what `work` gave, for the next time; all of it unless stated
   * @returns what `work` gave, now or then, as JSON keeps it
   * @throws CalqueError `key-reused`; `request-running` while another process does it; what `work` throws
   */
  run<T>(
    key: string,
    asked: readonly unknown[],
    actor: Actor,
    work: () => Promise<T>,
    kept?: (answer: T) => unknown,
  ): Promise<T>;
}

export function createOnce(store: Store): Once {
  /** What is being done here: whoever asks meanwhile gets the same. */
  const running = new Map<string, Promise<unknown>>();

  return {
    async run<T>(
      key: string,
      asked: readonly unknown[],
      { by, at }: Actor,
      work: () => Promise<T>,
      kept: (answer: T) => unknown = (answer) => answer,
    ): Promise<T> {
      const request = { by, key, fingerprint: fingerprintOf(asked) };
      const place = JSON.stringify(request);
      const underWay = running.get(place);
      if (underWay !== undefined) return (await underWay) as T;
      const begun = doOnce(request, at, work, kept);
      running.set(place, begun);
      try {
        return await begun;
      } finally {
        running.delete(place);
      }
    },
  };

  /** What came of the work is told even where it cannot be kept, as on a full disk: the key then stands for a while as one under way. */
  async function noted(request: Parameters<Store['answerRequest']>[0], answer: unknown): Promise<void> {
    await store.answerRequest(request, answer).catch(() => undefined);
  }

  async function doOnce<T>(
    request: Parameters<Store['claimRequest']>[0],
    at: string,
    work: () => Promise<T>,
    kept: (answer: T) => unknown,
  ): Promise<T> {
    const known = await store.claimRequest(request, at);
    switch (known.state) {
      case 'answered':
        return known.answer as T;
      case 'other':
        throw new CalqueError('key-reused', 'This key was sent with another request before; use a new one.', {
          where: 'Idempotency-Key',
        });
      case 'running':
        throw new CalqueError(
          'request-running',
          'The request with this key is still being done; ask again in a moment.',
          {
            where: 'Idempotency-Key',
          },
        );
      case 'new':
        break;
    }
    let answer: T;
    try {
      answer = await work();
    } catch (error) {
      await noted(request, undefined);
      throw error;
    }
    await noted(request, kept(answer));
    return answer;
  }
}

function fingerprintOf(asked: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const part of asked) {
    const bytes = part instanceof Uint8Array ? part : Buffer.from(JSON.stringify(part) ?? '');
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest('base64url');
}
