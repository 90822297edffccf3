import { createClient, ProblemError } from '../../../src/contract/client.ts';
import type { Session } from '../session.ts';
import type { Row } from '../state/row.ts';
import { activeRow } from '../state/state.ts';
import { type MachineOffer, machineOfferOf } from '../state/suggestions.ts';
import type { Command } from './command.ts';

/** Has the active segment translated by machine, once; what comes back is a suggestion like the others, marked as such. */
export const translate: Command = (session) => {
  const { place, offers } = session.state();
  const row = activeRow(session.state());
  const { news } = session.messages;
  if (row === undefined) return;
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
    const { items } = await createClient()('translateSegment', { params: { id: row.segment.id } });
    const offer = machineOfferOf(items);
    answer(offer ?? { state: 'failed', fault: news.noMachine });
    session.announce(offer?.state === 'found' ? news.machineFound(engine) : news.machineFailed(engine));
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : undefined;
    answer({
      state: 'failed',
      fault: problem ? session.messages.tellError(problem.code, problem.detail) : news.noAnswer,
    });
  }
}
