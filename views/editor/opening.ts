import { contentText } from '../../memory/model/inline.ts';
import { languageOf } from '../../memory/model/language.ts';
import type { Segment } from '../../memory/model/project.ts';
import { countWords } from '../../memory/text/words.ts';
import type { Client } from '../../src/contract/client.ts';
import { ProblemError } from '../../src/contract/client.ts';
import type { EditorMessages } from '../messages/editor.ts';
import { applyFilter } from './commands/filtering.ts';
import { type Filter, isOff } from './filtering/filter.ts';
import { leftBehind, restoredBy } from './saving/leftovers.ts';
import type { Outbox } from './saving/outbox.ts';
import type { Saver } from './saving/saver.ts';
import type { Tabs } from './saving/tabs.ts';
import type { Session } from './session.ts';
import { isDone, isOpen } from './state/row.ts';
import { findRow } from './state/rows.ts';

/** Reads the document, lays over it what an earlier visit left unsent, and goes to the first segment to be done. */
export async function openDocument(
  session: Session,
  call: Client,
  outbox: Outbox,
  tabs: Tabs,
  saver: Saver,
  filter: Filter,
): Promise<void> {
  const { projectId, documentId } = session.state().place;
  try {
    const [left, { items }] = await Promise.all([
      leftBehind(outbox, tabs),
      call('listSegments', { params: { id: projectId, documentId } }),
    ]);
    session.dispatch({ type: 'opened', segments: items });
    session.dispatch({ type: 'restored', changes: restoredBy(left) });
    if (left.length > 0) session.announce(session.messages.news.restored);
    saver.adopt(left);
  } catch (error) {
    session.dispatch({ type: 'openFailed', message: sentenceOf(error, session.messages) });
    return;
  }
  session.move(numberOfAddress() ?? firstToDo(session));
  if (!isOff(filter)) {
    session.dispatch({ type: 'filterToggled', open: true });
    void applyFilter(session, filter);
  }
  await Promise.all([countAllWords(session), readComments(session, call)]);
}

/** The segment that the address names, as the reading view and comments link to it. */
function numberOfAddress(): number | undefined {
  const number = /^#segment-(\d{1,7})$/.exec(globalThis.location?.hash ?? '')?.[1];
  return number === undefined ? undefined : Number(number) - 1;
}

function firstToDo(session: Session): number {
  return findRow(session.state().rows, 0, 1, (row) => !isDone(row) && isOpen(row)) ?? 0;
}

/** Comments are not waited for, and a document can be worked on without them. */
export async function readComments(session: Session, call: Client): Promise<void> {
  const { projectId, documentId } = session.state().place;
  try {
    const { items } = await call('listComments', { params: { id: projectId, documentId } });
    session.dispatch({ type: 'commentsRead', comments: items });
  } catch {
    // They come with the next that is said, or the next visit.
  }
}

/** Shows a document whose segments were split or joined, as the server has it now. */
export async function showRecut(session: Session, segments: readonly Segment[]): Promise<void> {
  session.reopen(segments);
  session.memoryChanged();
  await countAllWords(session);
}

/** How many segments are counted before the page may draw and listen again. */
const AT_ONCE = 200;

/** Counts the words of every source, some at a time. */
async function countAllWords(session: Session): Promise<void> {
  const { rows, place } = session.state();
  const language = languageOf(place.sourceLanguage);
  const words: number[] = [];
  for (const { index, segment } of rows.flat()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve));
    words.push(countWords(contentText(segment.source), language));
  }
  session.dispatch({ type: 'wordsCounted', words });
}

function sentenceOf(error: unknown, { news, tellError }: EditorMessages): string {
  if (error instanceof ProblemError) return tellError(error.problem.code, error.problem.detail);
  return news.unreachable;
}
