import { buildProject } from '../../src/build/build.ts';
import { PROJECT_ROOT } from '../../src/build/root.ts';

/** Before the suites that start the real server: brings `dist/` up to date, once. */
export default async function setup(): Promise<void> {
  await buildProject(PROJECT_ROOT);
}
