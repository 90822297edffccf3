import type { CallAnswer } from '../../../src/contract/client.ts';

export type ServedSegment = CallAnswer<'getSegment'>;

/** A state of a segment that was sent and not answered: the server may have taken it or not. */
interface Attempt {
  readonly target: string;
  readonly status: ServedSegment['status'];
}

/** What somebody who works on segments may believe of them: what the server has acknowledged, and what it may have taken since. */
export class Beliefs {
  readonly #known = new Map<number, ServedSegment>();
  readonly #attempts = new Map<number, Attempt[]>();

  constructor(segments: readonly ServedSegment[]) {
    for (const segment of segments) this.#known.set(segment.id, segment);
  }

  get ids(): readonly number[] {
    return [...this.#known.keys()];
  }

  /** @throws Error where the segment is not one of these */
  known(id: number): ServedSegment {
    const segment = this.#known.get(id);
    if (segment === undefined) throw new Error(`Segment ${id} is somebody else’s.`);
    return segment;
  }

  /** A request is about to be sent. */
  attempted(id: number, target: string, status: ServedSegment['status']): void {
    this.#attempts.set(id, [...(this.#attempts.get(id) ?? []), { target, status }]);
  }

  /** The server has answered. */
  acknowledged(segment: ServedSegment): void {
    this.#known.set(segment.id, segment);
    this.#attempts.delete(segment.id);
  }

  /** Segments with a request that was not answered. */
  get unsettled(): readonly number[] {
    return [...this.#attempts.keys()];
  }

  /** What is wrong with a state of the server's, if anything: an acknowledged version lost, or a state that nobody sent. */
  contradiction(served: ServedSegment): string | undefined {
    const { version, target, status } = this.known(served.id);
    const state = `version ${served.version}, ${served.status}, “${textOf(served)}”`;
    if (served.version < version) return `segment ${served.id}: version ${version} was acknowledged, ${state} is there`;
    if (served.version === version) {
      const same = served.status === status && JSON.stringify(served.target) === JSON.stringify(target);
      return same ? undefined : `segment ${served.id}: version ${version} was acknowledged as another: ${state}`;
    }
    const sent = (this.#attempts.get(served.id) ?? []).some(
      (attempt) => attempt.status === served.status && attempt.target === textOf(served),
    );
    return sent ? undefined : `segment ${served.id}: nobody sent ${state}`;
  }
}

export function textOf({ target }: Pick<ServedSegment, 'target'>): string {
  return target.filter((part) => typeof part === 'string').join('');
}
