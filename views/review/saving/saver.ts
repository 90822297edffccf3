import type { BitextReview, ReviewId, ReviewStep } from '../../../memory/model/review.ts';
import type { Client } from '../../../src/contract/client.ts';
import { type Problem, ProblemError } from '../../../src/contract/client.ts';
import type { Arrived } from '../state/reduce.ts';
import type { Delivery, Destination, Finished } from '../state/state.ts';
import { type Correction, corrected, correctedFields, merged, without } from './correction.ts';
import type { Outbox, Waiting } from './outbox.ts';
import { rebase } from './rebase.ts';

/** What the saver tells of. */
export interface SaverEvents {
  /** The review as the server has it, with what waits on top: at first, and when it was changed elsewhere. */
  arrived(review: Arrived): void;
  /** The destination is another; the fields are those that a person has just corrected. */
  destinationChanged(destination: Destination, fields: readonly string[]): void;
  /** The server will not take the text of a field of the destination. */
  faultFound(field: string, text: string, problem: Problem): void;
  changed(delivery: Delivery): void;
  finished(finished: Finished, review: Arrived): void;
  /** The review cannot be gone on with; without a problem, the server cannot be reached. */
  failed(problem: Problem | undefined): void;
  /** Another page of this browser is to look again. */
  saved(): void;
}

export interface Saver {
  /** Reads the review, and takes over what earlier pages left unsent. */
  open(left: readonly Waiting[]): Promise<void>;
  /** Keeps steps on this device and sends them at once. */
  keep(steps: readonly ReviewStep[]): void;
  correct(correction: Correction): void;
  finish(removeMissing: boolean): Promise<void>;
  /** Reads the review again, where nothing waits here. */
  refresh(): Promise<void>;
  /** Tries at once what waits. */
  flush(): void;
}

/** How long to wait after failures of the connection, in milliseconds; the last for every further one. */
const RETRIES = [1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** Steps sent in one request. */
const MOST_SENT = 500;
/** A request that outlives its page may carry 64 KiB; this leaves room for what is around the steps. */
const MOST_KEPT_ALIVE = 50_000;

type Served = Pick<Arrived, 'stored'> & BitextReview;

/**
 * Sends steps in the order they were taken, each batch on top of the version that the one before led to. What waits is
 * in the outbox until the server has taken it.
 */
export function createSaver(
  id: ReviewId,
  tab: string,
  outbox: Outbox,
  call: Client,
  leaving: () => boolean,
  events: SaverEvents,
): Saver {
  const params = { id };
  let served: Served | undefined;
  let steps: readonly ReviewStep[] = [];
  let correction: Correction | undefined;
  let sending: Promise<void> | undefined;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let durable = outbox.durable;

  const waits = () => steps.length + (correction === undefined ? 0 : 1);

  function tell(): void {
    events.changed({ waiting: waits(), connection: failures === 0 ? 'up' : 'down', durable });
  }

  function store(): void {
    const kept: Waiting = {
      tab,
      reviewId: id,
      base: served?.steps.length ?? 0,
      steps,
      ...(correction && { correction }),
    };
    (waits() === 0 ? outbox.remove(tab) : outbox.put(kept)).catch(() => {
      durable = false;
      tell();
    });
  }

  /** Takes what the server states for true, and puts what waits on top. */
  function arrive(review: Served, base: number, more: readonly ReviewStep[] = []): Arrived {
    const { reviewing, steps: meant, lost } = rebase(review.bitext, review.steps, base, steps);
    served = review;
    steps = meant;
    const arrived: Arrived = {
      reviewing,
      destination: corrected(review, correction),
      stored: review.stored,
      ...(review.documentId !== undefined && { documentId: review.documentId }),
      lost: [...more, ...lost],
    };
    events.arrived(arrived);
    store();
    tell();
    return arrived;
  }

  async function pump(): Promise<void> {
    while (served !== undefined && waits() > 0 && retry === undefined) {
      try {
        if (steps.length > 0) await sendSteps(served);
        else if (correction !== undefined) await sendCorrection(served, correction);
        failures = 0;
        store();
        if (waits() === 0) events.saved();
      } catch (error) {
        if (!(await settle(error, served))) break;
      }
      tell();
    }
  }

  async function sendSteps(on: Served): Promise<void> {
    const batch = steps.slice(0, MOST_SENT);
    const body = { version: on.version, steps: [...batch] };
    const keepalive = leaving() && JSON.stringify(body).length < MOST_KEPT_ALIVE;
    const answer = await call('takeReviewSteps', { params, body }, { keepalive });
    steps = steps.slice(batch.length);
    served = { ...on, ...answer, steps: [...on.steps, ...batch] };
  }

  async function sendCorrection(on: Served, sent: Correction): Promise<void> {
    const body = { version: on.version, ...corrected(on, sent) };
    try {
      const answer = await call('changeReview', { params, body }, { keepalive: leaving() });
      const moved = answer.memory !== on.memory;
      served = { ...on, ...answer };
      if (correction === sent) correction = undefined;
      events.destinationChanged(corrected(served, correction), []);
      if (moved) arrive(await call('getReview', { params }), served.steps.length);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'bad-request') throw error;
      const texts = correctedFields(sent);
      const meant = correctedFields(correction ?? {});
      const named = (error.problem.issues ?? []).map(({ where }) => where.split('.').at(-1) ?? '');
      // What was written in such a field since is still to be judged.
      const refused = named.filter((field) => field in texts && texts[field] === meant[field]);
      // A refusal that names no field of these would be met again.
      const stuck = !named.some((field) => field in texts);
      correction = stuck || correction === undefined ? undefined : without(correction, refused);
      events.destinationChanged(corrected(on, correction), []);
      for (const field of refused) events.faultFound(field, texts[field] ?? '', error.problem);
      if (stuck) events.failed(error.problem);
    }
  }

  /** What to do about a failure; whether to go on at once. */
  async function settle(error: unknown, on: Served): Promise<boolean> {
    const problem = error instanceof ProblemError && error.problem.status < 500 ? error.problem : undefined;
    if (problem === undefined) {
      retry = setTimeout(again, RETRIES[Math.min(failures, RETRIES.length - 1)]);
      failures++;
      tell();
      return false;
    }
    failures = 0;
    if (problem.code === 'version-conflict') {
      arrive({ ...on, ...(problem.current as BitextReview) }, on.steps.length);
      return true;
    }
    if (problem.code === 'impossible-step') {
      const refused = steps;
      steps = [];
      arrive(await call('getReview', { params }), 0, refused);
      return true;
    }
    events.failed(problem);
    return false;
  }

  function send(): void {
    if (sending !== undefined || retry !== undefined) return;
    sending = pump().finally(() => {
      sending = undefined;
      if (waits() > 0 && retry === undefined && served !== undefined && failures === 0) send();
    });
  }

  function again(): void {
    clearTimeout(retry);
    retry = undefined;
    send();
  }

  return {
    async open(left) {
      try {
        const review = await call('getReview', { params });
        const [first, ...others] = left;
        steps = first?.steps ?? [];
        correction = left.reduce<Correction | undefined>((sum, { correction: one }) => merged(sum, one), undefined);
        arrive(review, first?.base ?? review.steps.length);
        for (const { base, steps: more } of others) {
          const rebased = rebase(review.bitext, review.steps, base, more);
          steps = [...steps, ...rebased.steps];
        }
        if (others.length > 0) arrive(review, review.steps.length);
        for (const { tab: gone } of left) if (gone !== tab) await outbox.remove(gone).catch(() => {});
        send();
      } catch (error) {
        events.failed(error instanceof ProblemError ? error.problem : undefined);
      }
    },

    keep(taken) {
      steps = [...steps, ...taken];
      store();
      tell();
      send();
    },

    correct(given) {
      correction = merged(correction, given);
      const fields = Object.keys(correctedFields(given));
      if (served !== undefined) events.destinationChanged(corrected(served, correction), fields);
      store();
      tell();
      send();
    },

    async finish(removeMissing) {
      flushNow();
      await sending;
      if (served === undefined || waits() > 0) return events.failed(undefined);
      try {
        const body = { version: served.version, removeMissing };
        const finished = await call('finishReview', { params, body });
        const review = await call('getReview', { params });
        events.finished(finished, arrive(review, review.steps.length));
        events.saved();
      } catch (error) {
        if (!(error instanceof ProblemError)) return events.failed(undefined);
        if (error.problem.code === 'version-conflict') arrive(await call('getReview', { params }), served.steps.length);
        else events.failed(error.problem);
      }
    },

    async refresh() {
      if (served === undefined || waits() > 0) return;
      const review = await call('getReview', { params }).catch(() => undefined);
      if (review !== undefined && review.version !== served.version && waits() === 0) {
        arrive(review, review.steps.length);
      }
    },

    flush: flushNow,
  };

  function flushNow(): void {
    if (retry !== undefined) again();
    else send();
  }
}
