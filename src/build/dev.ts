/** `npm run dev`: builds, runs the server, and does both again on every change, until it is interrupted. */
import { develop } from './develop.ts';
import { describeFailure } from './failure.ts';
import { PROJECT_ROOT } from './root.ts';

try {
  const development = await develop(PROJECT_ROOT);
  process.once('SIGINT', development.stop);
  process.once('SIGTERM', development.stop);
} catch (error) {
  console.error(await describeFailure(error));
  process.exitCode = 1;
}
