import type { Page } from 'playwright-core';

interface EditorScene {
  readonly name: string;
  readonly arrange?: (page: Page) => Promise<unknown>;
}

/** In the editor, goes to a segment of which the memory knows one that differs in what matters. */
export async function openEditor(page: Page): Promise<void> {
  await page.locator('.suggestion').first().waitFor();
  await goTo(page, 9);
  await page.locator('.suggestion del').first().waitFor();
  // What an earlier scene has written is none of this one's.
  if ((await page.locator('.cm-content').innerText()).trim() !== '') await page.keyboard.press('Alt+Delete');
}

async function goTo(page: Page, number: number): Promise<void> {
  await page.keyboard.press('Control+g');
  await page.getByRole('dialog').getByRole('textbox').fill(String(number));
  await page.keyboard.press('Enter');
  await page.locator(`.segment-active[data-index="${number - 1}"]`).waitFor();
  await page.locator('.suggestions[aria-busy="false"]').waitFor();
}

const dialog = (keys: string) => async (page: Page) => {
  await page.keyboard.press(keys);
  await page.locator('dialog[open]').waitFor();
};

const tool = (place: number) => async (page: Page) => {
  await page.locator('.row-tools button').nth(place).click();
  await page.locator('dialog[open]').waitFor();
};

/** What the editor shows in the course of a day. */
export const EDITOR_SCENES: readonly EditorScene[] = [
  { name: 'editor' },
  { name: 'editor-terms', arrange: (page) => page.locator('.term').first().scrollIntoViewIfNeeded() },
  { name: 'editor-add-term', arrange: dialog('Control+e') },
  {
    name: 'editor-completing',
    arrange: async (page) => {
      await page.keyboard.type('Their association has asked the tow');
      await page.locator('.completions').waitFor();
    },
  },
  {
    name: 'editor-findings',
    arrange: async (page) => {
      await page.keyboard.type('Their their association asked the city hall (for  a noise study');
      await page.keyboard.press('Control+Enter');
      await page.locator('.finding').first().waitFor();
    },
  },
  { name: 'editor-filter', arrange: (page) => page.keyboard.press('Control+Shift+f') },
  {
    name: 'editor-replace',
    arrange: async (page) => {
      await dialog('Control+h')(page);
      await page.locator('dialog input').first().fill('the');
    },
  },
  { name: 'editor-go-to', arrange: dialog('Control+g') },
  {
    name: 'editor-documents',
    arrange: async (page) => {
      await page.keyboard.press('Control+o');
      await page.locator('.document-list').waitFor();
    },
  },
  { name: 'editor-help', arrange: dialog('F1') },
  { name: 'editor-split', arrange: dialog('Alt+Enter') },
  { name: 'editor-versions', arrange: tool(2) },
  { name: 'editor-comments', arrange: tool(3) },
  {
    name: 'editor-unit',
    arrange: async (page) => {
      const card = page.locator('.suggestion').first();
      await card.locator('summary').click();
      await card.locator('details button').click();
      await page.locator('dialog[open] textarea').first().waitFor();
    },
  },
  {
    name: 'editor-concordance',
    arrange: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('ferry');
      await page.keyboard.press('Enter');
      await page.locator('.suggestion mark').first().waitFor();
    },
  },
  {
    name: 'editor-offline',
    arrange: async (page) => {
      await page.context().setOffline(true);
      await page.keyboard.type('Written on the train.');
      await page.locator('[data-delivery="offline"]').waitFor();
      await page.context().setOffline(false);
    },
  },
];
