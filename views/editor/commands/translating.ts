import { contentText } from '../../../memory/model/inline.ts';
import { createClient, ProblemError } from '../../../src/contract/client.ts';
import type { Session } from '../session.ts';
import type { Row } from '../state/row.ts';
import { rowAt } from '../state/rows.ts';
import { activeRow } from '../state/state.ts';
import type { MachineOffer } from '../state/suggestions.ts';
import type { Command } from './command.ts';

/** Has the active segment translated by machine, once; what comes back is a suggestion like the others, marked as such. */
export const translate: Command = (session) => {
  const { place, offers } = session.state();
  const row = activeRow(session.state());
  const { news } = session.messages;
  if (row === undefined || contentText(row.segment.source).trim() === '') return;
  if (place.machine === undefined) return session.announce(news.noMachine);
  const state = offers.get(row.segment.id)?.machine?.state;
  if (state === 'asked' || state === 'found') return;
  void ask(session, row, place.machine);
};

async function ask(session: Session, row: Row, engine: string): Promise<void> {
  const { news } = session.messages;
  const answer = (machine: MachineOffer) =>
    session.dispatch({ type: 'machineAnswered', segmentId: row.segment.id, machine });
  answer({ state: 'asked' });
  session.announce(news.machineAsked(engine));
  try {
    const { machine } = await createClient()('lookup', { body: requestOf(session, row) });
    const [{ target, problem } = {}] = machine;
    if (target === undefined) answer({ state: 'failed', fault: problem ?? news.noMachine });
    else answer({ state: 'found', translation: { engine, target } });
    session.announce(target === undefined ? news.machineFailed(engine) : news.machineFound(engine));
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : undefined;
    answer({
      state: 'failed',
      fault: problem ? session.messages.tellError(problem.code, problem.detail) : news.noAnswer,
    });
  }
}

/** The sentence before it helps the machine; it is not translated. */
function requestOf(session: Session, { index, segment }: Row) {
  const { rows, place } = session.state();
  const previous = rowAt(rows, index - 1)?.segment.source ?? [];
  return {
    text: [...segment.source],
    sourceLanguage: place.sourceLanguage,
    targetLanguage: place.targetLanguage,
    ...(previous.length > 0 && { previous: [...previous] }),
    tiers: ['machine' as const],
  };
}
