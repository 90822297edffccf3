import { describe, expect, it } from 'vitest';
import { CalqueError } from '../../../memory/model/errors.ts';
import { createRest } from '../../../src/machine/rest.ts';

describe('leaving a service alone', () => {
  it('lasts twice as long each time, up to ten minutes, until the service answers', () => {
    let now = 0;
    const rest = createRest(() => now, 5_000);
    const reason = new CalqueError('machine-unavailable', 'Too often.');
    /** How long it was left alone, in seconds. */
    const lasts = () => {
      const start = now;
      rest.begin(reason);
      for (;;) {
        try {
          rest.check();
          return (now - start) / 1000;
        } catch (error) {
          expect(error).toBe(reason);
          now += 1_000;
        }
      }
    };
    expect([lasts(), lasts(), lasts()]).toEqual([5, 10, 20]);
    for (let times = 0; times < 6; times++) lasts();
    expect(lasts()).toBe(600);
    rest.end();
    rest.check();
    expect(lasts()).toBe(5);
  });
});
