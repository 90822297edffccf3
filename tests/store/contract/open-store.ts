import type { StoreLimits } from '../../../memory/store/sql/assemble.ts';
import type { Store } from '../../../memory/store/store.ts';

/** Opens one more store on the database of the running test; it is closed when the test ends. */
export type OpenStore = (limits?: StoreLimits) => Promise<Store>;
