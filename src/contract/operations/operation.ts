import type { z } from 'zod';
import type { ErrorCode } from '../../../memory/model/errors.ts';

/** What an operation takes and gives. Every operation may also answer `bad-request` and `internal`. */
export interface Operation {
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The media types of a body that is not JSON. */
  readonly accepts?: readonly string[];
  /** Whether a body that is no JSON is handed on as it comes, for it may be of any size. */
  readonly streamed?: true;
  /** JSON that is answered; absent where `produces` says what is sent, or nothing is (204). */
  readonly answer?: z.ZodType;
  /** The media types of an answer that is not JSON. */
  readonly produces?: readonly string[];
  /** What `produces` sends as NDJSON: each line. */
  readonly lines?: z.ZodType;
  /** What `produces` sends as server-sent events: their data, by their names. */
  readonly events?: Readonly<Record<string, z.ZodType>>;
  /**
   * Fields of the answer that are told this once and kept nowhere: a request that is sent again under its key is answered
   * without them.
   */
  readonly toldOnce?: readonly string[];
  /** The status of success, 200 unless stated. */
  readonly status?: 200 | 201 | 202 | 204;
  readonly errors: readonly ErrorCode[];
}
