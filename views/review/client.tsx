/** The script of a review’s page: reads which review it is, and starts. */
import { render } from 'preact';
import { createClient } from '../../src/contract/client.ts';
import { isMac } from '../editor/keys/mac.ts';
import { loadReviewMessages } from '../messages/review.ts';
import { App } from './app.tsx';
import { keepOnLeaving } from './commands/writing.ts';
import { listenToKeys } from './keys/listen.ts';
import { startSaver } from './saving/start.ts';
import { createSession } from './session.ts';

const root = document.getElementById('review');
if (root !== null) await start(root);

async function start(element: HTMLElement): Promise<void> {
  const call = createClient();
  const messages = await loadReviewMessages(document.documentElement.lang);
  const mac = isMac();
  let open: (() => Promise<void>) | undefined;
  const session = createSession(messages, (created) => {
    const started = startSaver(Number(element.dataset['reviewId']), created, call);
    open = started.open;
    return started.saver;
  });
  element.replaceChildren();
  render(<App session={session} mac={mac} />, element);
  listenToKeys(session, mac);
  keepOnLeaving(session);
  await open?.();
}
