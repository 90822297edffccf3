import { openContext } from './context.ts';
import { runThread } from './jobs/thread.ts';

runThread(openContext);
