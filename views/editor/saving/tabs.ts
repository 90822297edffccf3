const PREFIX = 'calque-tab-';
/** How long to wait for a page that is just being left, in milliseconds. */
const PATIENCE = 500;

/** A page among others of the same browser, and which of them are gone. */
export interface Tabs {
  /** This page; sorts after the pages opened before it. */
  readonly own: string;
  /** Which of these pages are gone. All of them where the browser cannot tell. */
  gone(tabs: ReadonlySet<string>): Promise<ReadonlySet<string>>;
}

/** Makes this page known by a lock that it holds until it is gone, however that happens. */
export function joinTabs(now: number, random: number, locks: LockManager | undefined): Tabs {
  const own = `${now.toString(36).padStart(9, '0')}-${Math.floor(random * 2 ** 32).toString(36)}`;
  void locks?.request(PREFIX + own, () => new Promise<never>(() => {}));

  /** The lock of a page can be had once the page is gone. */
  const isGone = async (tab: string): Promise<boolean> => {
    try {
      await locks?.request(PREFIX + tab, { signal: AbortSignal.timeout(PATIENCE) }, () => {});
      return true;
    } catch {
      return false;
    }
  };
  return {
    own,
    gone: async (tabs) => {
      const answers = await Promise.all([...tabs].map(async (tab) => ((await isGone(tab)) ? [tab] : [])));
      return new Set(answers.flat());
    },
  };
}
