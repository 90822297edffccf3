import type { CalqueError } from '../../memory/model/errors.ts';

/** A service that cannot be had is left alone: what is asked of it meanwhile fails at once, for the same reason. */
export interface Rest {
  /** @throws CalqueError why it is left alone, while it is */
  check(): void;
  /** Leaves it alone from now on, twice as long as the last time where no time is stated. @param time in milliseconds */
  begin(reason: CalqueError, time?: number): void;
  /** It answered: the next rest is a short one. */
  end(): void;
}

const LONGEST = 600_000;

/** @param first how long it is left alone the first time, in milliseconds */
export function createRest(clock: () => number, first: number): Rest {
  let until = 0;
  let why: CalqueError | undefined;
  let next = first;
  return {
    check() {
      if (why !== undefined && clock() < until) throw why;
    },
    begin(reason, time) {
      why = reason;
      until = clock() + (time ?? next);
      if (time === undefined) next = Math.min(next * 2, LONGEST);
    },
    end() {
      why = undefined;
      next = first;
    },
  };
}
