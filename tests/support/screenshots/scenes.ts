import type { Page } from 'playwright-core';
import { EDITOR_SCENES, openEditor } from './editor.ts';
import type { Work } from './work.ts';

/** A page in a state that is worth looking at. */
export interface Scene {
  readonly name: string;
  readonly path: string;
  /** Brings the page into the state, once it is loaded. */
  readonly arrange?: (page: Page) => Promise<unknown>;
  /** The whole page, and not only what the window shows. */
  readonly whole?: boolean;
}

const page = (name: string, path: string, arrange?: Scene['arrange']): Scene => ({
  name,
  path,
  ...(arrange && { arrange }),
});

/** Sends the first form of the main column as it stands. */
const send = async (sent: Page) => {
  await sent.locator('main form [type=submit]').first().click();
  await sent.waitForLoadState();
};

/** An installation that nothing has been done with yet. */
export const EMPTY_SCENES: readonly Scene[] = [
  page('projects-empty', '/'),
  page('new-project', '/projects/new'),
  page('new-project-fault', '/projects/new', send),
  page('memories-new', '/memories'),
  page('import', '/import'),
  page('import-fault', '/import', send),
  page('import-articles', '/import/articles'),
  page('reviews-empty', '/reviews'),
  page('concordance-empty', '/concordance'),
  page('concordance-none', '/concordance?q=zzzz'),
  page('concordance-fault', '/concordance?q=quai&changedFrom=May'),
  page('jobs-empty', '/jobs'),
  page('settings', '/settings', (shown) => shown.getByRole('table').first().waitFor()),
  { ...page('api', '/api/docs'), whole: false },
  page('missing', '/nowhere'),
];

/** An installation in use. */
export function scenesOf(work: Work): readonly Scene[] {
  const { memoryId, masterId, articleId, unitId, reviewId, projectId, documentId } = work;
  const editor = `/projects/${projectId}/documents/${documentId}`;
  const longEditor = `/projects/${work.longProjectId}/documents/${work.longDocumentId}`;
  return [
    page('projects', '/'),
    page('project', `/projects/${projectId}`),
    page('project-unfolded', `/projects/${projectId}`, unfold),
    page('project-long', `/projects/${work.longProjectId}`),
    page('analysis-none', `/projects/${work.longProjectId}/analysis`),
    page('analysis', `/projects/${projectId}/analysis`, analyse),
    page('statistics', '/statistics'),
    page('mentions', '/mentions'),
    page('project-empty', `/projects/${work.emptyProjectId}`),
    page('reading', `${editor}/read`),
    page('memories', '/memories'),
    page('memory', `/memories/${memoryId}`),
    page('memory-none', `/memories/${memoryId}?text=zzzz`),
    page('memory-empty', `/memories/${masterId}`),
    page('unit', `/memories/${memoryId}/units/${unitId}`),
    page('replace', `/memories/${memoryId}/replace?find=ferry&replacement=boat&side=en`),
    page('promote', `/memories/${memoryId}/promote?into=${masterId}`),
    page('health', `/memories/${memoryId}/health`),
    page('changes', `/memories/${memoryId}/changes`),
    page('memory-settings', `/memories/${memoryId}/settings`),
    page('article', `/memories/${memoryId}?document=${articleId}`),
    page('concordance', '/concordance?q=quai'),
    page('reviews', '/reviews'),
    { ...page('review', `/reviews/${reviewId}`, (shown) => shown.locator('.bead-active').waitFor()), whole: false },
    page('jobs', '/jobs'),
    ...EDITOR_SCENES.map(({ name, arrange }) => ({
      name,
      path: editor,
      arrange: async (shown: Page) => {
        await openEditor(shown);
        await arrange?.(shown);
      },
      whole: false,
    })),
    { ...page('editor-long', longEditor, (shown) => shown.locator('.cm-content').waitFor()), whole: false },
  ];
}

/** Once there are accounts, to somebody who is not signed in. */
export const SIGN_IN_SCENES: readonly Scene[] = [
  page('sign-in', '/sign-in'),
  page('sign-in-fault', '/sign-in', async (shown) => {
    await shown.locator('[name=email]').fill('tim@example.org');
    await shown.locator('[name=password]').fill('not this one');
    await send(shown);
  }),
];

/** To somebody who is. */
export const SIGNED_IN_SCENES: readonly Scene[] = [page('account', '/account'), page('projects-signed-in', '/')];

async function unfold(shown: Page): Promise<void> {
  await shown.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function analyse(shown: Page): Promise<void> {
  await send(shown);
  for (let times = 0; times < 100; times++) {
    await shown.reload();
    if ((await shown.locator('.bar-chart').count()) > 0) return;
    await shown.waitForTimeout(200);
  }
}
