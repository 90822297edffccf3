/** Loaded before a program: its clock is an hour behind as long as the file that CALQUE_TEST_CLOCK names is there. */
import { existsSync } from 'node:fs';

const HOUR = 3_600_000;
const { now } = Date;
const file = process.env.CALQUE_TEST_CLOCK ?? '';
const told = () => now() - (existsSync(file) ? HOUR : 0);

globalThis.Date = new Proxy(Date, {
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [told()] : given, as),
  get: (target, key) => (key === 'now' ? told : target[key]),
});
