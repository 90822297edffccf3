import fc from 'fast-check';

/**
 * In continuous integration the property tests try the same inputs every time, so that a run says something of the change
 * and not of its luck. Elsewhere each run tries others, and a failure prints the seed that repeats it.
 */
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 1 });
