import { type HouseRules, readHouseRules } from '../../memory/checks/house-rules.ts';
import type { Store } from '../../memory/store/store.ts';

/** The setting that keeps the house rules. */
export const HOUSE_RULES = 'house-rules';

/** What the house has decided; the usual where nothing was. */
export async function houseRules(store: Pick<Store, 'getSetting'>): Promise<HouseRules> {
  return readHouseRules(await store.getSetting(HOUSE_RULES));
}
