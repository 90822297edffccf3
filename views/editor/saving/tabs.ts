const PREFIX = 'calque-tab-';

/** A page among others of the same browser, and which of them are still open. */
export interface Tabs {
  /** This page; sorts after the pages opened before it. */
  readonly own: string;
  /** The other pages that are open. Empty where the browser cannot tell. */
  others(): Promise<ReadonlySet<string>>;
}

/** Makes this page known by a lock that it holds until it is gone, however that happens. */
export function joinTabs(now: number, random: number, locks: LockManager | undefined): Tabs {
  const own = `${now.toString(36).padStart(9, '0')}-${Math.floor(random * 2 ** 32).toString(36)}`;
  void locks?.request(PREFIX + own, { mode: 'shared' }, () => new Promise<never>(() => {}));
  return {
    own,
    others: async () => {
      const held = (await locks?.query())?.held ?? [];
      const names = held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
      return new Set(names.filter((name) => name !== own));
    },
  };
}
