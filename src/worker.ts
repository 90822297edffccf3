import { openContext } from './context.ts';
import { runThread } from './jobs/thread.ts';

await runThread(openContext);
