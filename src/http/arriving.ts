import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Spool } from '../jobs/spool.ts';
import type { Asked } from '../services/access.ts';

/** A request whose body is all there. */
interface Arrived {
  /** What its handler is given: in the place of a `stream`, the file that was `spooled`. */
  readonly given: Asked;
  /** What tells it from other requests: of a file, its digest. */
  readonly asked: readonly unknown[];
  /** Forgets the file, where nothing is done with it. */
  drop(): Promise<void>;
}

/** Waits for a body that comes as a stream, and puts it by. @throws CalqueError as {@link Spool.keep} */
export async function arrived(spool: Spool, input: Asked): Promise<Arrived> {
  const { stream, ...rest } = input;
  if (!(stream instanceof Readable)) return { given: input, asked: Object.values(input), drop: async () => {} };
  const hash = createHash('sha256');
  const spooled = await spool.keep(Readable.from(told(stream, (chunk) => hash.update(chunk))));
  return {
    given: { ...rest, spooled },
    asked: [...Object.values(rest), hash.digest('base64url')],
    drop: () => spool.remove([spooled]),
  };
}

async function* told(stream: Readable, tell: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    tell(chunk as Uint8Array);
    yield chunk as Uint8Array;
  }
}
