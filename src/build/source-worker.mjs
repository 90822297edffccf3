/** A worker thread's program where the sources run as they are, in tests: Node reads them with tsx. */
import { register } from 'tsx/esm/api';

register();
await import('../worker.ts');
