import type { Concordance } from '../../memory/retrieval/concordance/concordance.ts';
import type { Retrieval } from '../../memory/retrieval/retrieval.ts';
import type { Store } from '../../memory/store/store.ts';

/** An installation's databases, opened, with what searches them. */
export interface Opened {
  readonly store: Store;
  readonly retrieval: Retrieval;
  readonly concordance: Concordance;
}
