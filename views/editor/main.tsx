/** The editor’s script: reads what the page says it is about, and starts. */
import { render } from 'preact';
import { readHouseRules } from '../../memory/checks/house-rules.ts';
import { parseLanguageTag } from '../../memory/model/language.ts';
import { createClient } from '../../src/contract/client.ts';
import { loadEditorMessages } from '../messages/editor.ts';
import { keptPreferences, onPreferences } from '../preferences/kept.ts';
import { App } from './app.tsx';
import { startIssueCount } from './commands/counting-issues.ts';
import { filterOfAddress, keepFilterInAddress } from './filtering/address.ts';
import { listenToKeys } from './keys/listen.ts';
import { isMac } from './keys/mac.ts';
import { followDocument } from './live/follow.ts';
import { openDocument } from './opening.ts';
import { loadTheRest } from './parts/later-parts.ts';
import { openOutbox } from './saving/outbox.ts';
import { keepReadComments } from './saving/read-comments.ts';
import type { Saver } from './saving/saver.ts';
import { startSaver } from './saving/start.ts';
import { joinTabs } from './saving/tabs.ts';
import { startSearcher } from './search/searcher.ts';
import { createSession } from './session.ts';
import { initialState, type Place } from './state/state.ts';
import { startAutoInsert } from './suggestions/auto-insert.ts';
import { createLoader } from './suggestions/loader.ts';

const root = document.getElementById('editor');
if (root !== null) await start(root);

async function start(element: HTMLElement): Promise<void> {
  const call = createClient();
  const [messages, outbox] = await Promise.all([loadEditorMessages(document.documentElement.lang), openOutbox()]);
  const tabs = joinTabs(Date.now(), Math.random(), navigator.locks);
  let saver: Saver | undefined;
  let sayWhere = () => {};
  const session = createSession(initialState(placeOf(element), keptPreferences()), messages, (created) => {
    const loader = createLoader(call, created.state, created.dispatch, messages);
    saver = startSaver(created, tabs.own, outbox, call, loader.attend);
    return {
      saver,
      onMove: () => {
        loader.attend();
        sayWhere();
      },
    };
  });
  startSearcher(session, call);
  startAutoInsert(session);
  const mac = isMac();
  const nonce = element.dataset['styleNonce'] ?? '';
  element.replaceChildren();
  render(<App around={{ session, mac, nonce, messages }} />, element);
  listenToKeys(session, mac);
  keepFilterInAddress(session);
  keepReadComments(session);
  onPreferences((preferences) => session.dispatch({ type: 'preferencesChanged', preferences }));
  if (saver === undefined) return;
  await openDocument(session, call, outbox, tabs, saver, filterOfAddress());
  sayWhere = followDocument(session, call, tabs.own);
  sayWhere();
  await loadTheRest();
  startIssueCount(session);
}

function placeOf(element: HTMLElement): Place {
  const { projectId, documentId, sourceLanguage = '', targetLanguage = '', rules = '{}', machine } = element.dataset;
  const { person = '', people = '[]', fixedMemories = '[]', beginsTermbase } = element.dataset;
  return {
    projectId: Number(projectId),
    documentId: Number(documentId),
    sourceLanguage: parseLanguageTag(sourceLanguage),
    targetLanguage: parseLanguageTag(targetLanguage),
    rules: readHouseRules(JSON.parse(rules)),
    ...(machine !== undefined && { machine }),
    person,
    people: JSON.parse(people) as string[],
    fixedMemories: new Set(JSON.parse(fixedMemories) as number[]),
    beginsTermbase: beginsTermbase !== undefined,
  };
}
