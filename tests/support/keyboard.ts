import type { Locator, Page } from 'playwright-core';

/** A page used by its keyboard alone. */
export interface Keyboard {
  /** Goes to an element as Tab, or `by` another key, does. */
  reach(wanted: Locator, by?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Goes to a field and puts a text into it, as pasting does. */
  write(field: Locator, text: string): Promise<void>;
  /** Goes to a link, a button or what unfolds, and presses Enter. */
  follow(wanted: Locator, by?: 'Tab' | 'Shift+Tab'): Promise<void>;
}

/** Nobody presses Tab more often than this before giving up. */
const MOST_PRESSES = 120;

export function keyboardOn(page: Page): Keyboard {
  const reach: Keyboard['reach'] = async (wanted, by = 'Tab') => {
    const there = await wanted.elementHandle();
    for (let press = 0; press < MOST_PRESSES; press++) {
      if (await there?.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press(by);
    }
    throw new Error(`${wanted} is not reached by ${by}.`);
  };
  return {
    reach,
    write: async (field, text) => {
      await reach(field);
      await page.keyboard.insertText(text);
    },
    follow: async (wanted, by) => {
      await reach(wanted, by);
      await page.keyboard.press('Enter');
    },
  };
}
