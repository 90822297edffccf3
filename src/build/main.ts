/** `npm run build`: brings `dist/` up to date, and says so in one line where there was something to do. */
import { buildProject } from './build.ts';
import { describeFailure } from './failure.ts';
import { PROJECT_ROOT } from './root.ts';

const start = performance.now();
try {
  const built = await buildProject(PROJECT_ROOT);
  if (built) console.error(`Built dist in ${((performance.now() - start) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(await describeFailure(error));
  process.exitCode = 1;
}
