import { afterEach, beforeEach, describe } from 'vitest';
import type { StoreLimits } from '../../memory/store/sql/assemble.ts';
import type { Store } from '../../memory/store/store.ts';
import { batchContract } from './contract/batches.ts';
import { candidateContract } from './contract/candidates.ts';
import { clockContract } from './contract/clock.ts';
import { commentContract } from './contract/comments.ts';
import { concurrencyContract } from './contract/concurrency.ts';
import { confirmationContract } from './contract/confirmations.ts';
import { documentContract } from './contract/documents.ts';
import { eventContract } from './contract/events.ts';
import { historyContract } from './contract/history.ts';
import { jobContract } from './contract/jobs.ts';
import { lexiconContract } from './contract/lexicons.ts';
import { memoryContract } from './contract/memories.ts';
import type { OpenStore } from './contract/open-store.ts';
import { projectContract } from './contract/projects.ts';
import { reindexingContract } from './contract/reindexing.ts';
import { requestKeyContract } from './contract/request-keys.ts';
import { resegmentingContract } from './contract/resegmenting.ts';
import { reviewContract } from './contract/reviews.ts';
import { segmentContract } from './contract/segments.ts';
import { settingContract } from './contract/settings.ts';
import { termbaseContract } from './contract/termbases.ts';
import { unitConditionContract } from './contract/unit-conditions.ts';
import { unitContract } from './contract/units.ts';

/** An empty database of an adapter, to be opened as often as a test likes. */
export interface Place {
  open(limits?: StoreLimits): Promise<Store>;
  /** Called when every store opened on it is closed. */
  remove(): Promise<void>;
}

/**
 * What every adapter of the store port must do, run on a new database for each test.
 * @param apart whether units lie in several databases; then what the database does that keeps all else is left out
 */
export function storeContract(name: string, makePlace: () => Promise<Place>, apart = false): void {
  describe(`the ${name} store`, () => {
    let place: Place;
    let opened: Store[];

    beforeEach(async () => {
      place = await makePlace();
      opened = [];
    });

    afterEach(async () => {
      for (const store of opened) await store.close();
      await place.remove();
    });

    const open: OpenStore = async (limits) => {
      const store = await place.open(limits);
      opened.push(store);
      return store;
    };

    memoryContract(open);
    unitContract(open);
    unitConditionContract(open);
    historyContract(open);
    batchContract(open, apart);
    documentContract(open);
    confirmationContract(open);
    resegmentingContract(open);
    reviewContract(open);
    lexiconContract(open, apart);
    reindexingContract(open, apart);
    concurrencyContract(open);
    if (apart) return;
    projectContract(open);
    segmentContract(open);
    commentContract(open);
    jobContract(open);
    clockContract(open);
    eventContract(open);
    requestKeyContract(open);
    settingContract(open);
    termbaseContract(open);
    candidateContract(open);
  });
}
