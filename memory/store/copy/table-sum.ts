import { createHash } from 'node:crypto';
import type { SqlValue } from '../sql/connection.ts';
import type { CopiedRow } from './copy-side.ts';

/** How many rows a table has, and a sum over all they hold that is the same in whatever order they come. */
export class TableSum {
  rows = 0;
  #high = 0;
  #low = 0;

  add(row: CopiedRow): void {
    const hash = createHash('sha256');
    for (const value of row) {
      const [kind, bytes] = told(value);
      // The length before each value parts it from the next.
      hash.update(`${kind}${bytes.length} `).update(bytes);
    }
    const digest = hash.digest();
    // Numbers stay exact: each sum is of 32 bits, and wraps.
    this.#high = (this.#high + digest.readUInt32LE(0)) >>> 0;
    this.#low = (this.#low + digest.readUInt32LE(4)) >>> 0;
    this.rows++;
  }

  /** 64 bits, as hexadecimal digits. */
  get checksum(): string {
    return [this.#high, this.#low].map((part) => part.toString(16).padStart(8, '0')).join('');
  }
}

function told(value: SqlValue): readonly [kind: string, bytes: Uint8Array] {
  if (value === null) return ['-', new Uint8Array(0)];
  if (value instanceof Uint8Array) return ['b', value];
  return [typeof value === 'number' ? 'n' : 't', Buffer.from(String(value))];
}
