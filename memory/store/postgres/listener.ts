import pg from 'pg';
import type { EventWatch } from '../event-signals.ts';

/** Where the trigger of the table of events says that there are new ones. */
const CHANNEL = 'calque_events';

/** Milliseconds before a connection that is lost is made anew: twice as many each time, up to the longest. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 30_000;

/**
 * Listens on a connection of its own, which is made anew when it is lost, until it is told to end.
 * @param heard called with each word of new events, and whenever some may have been missed
 */
export function listenForEvents(config: pg.ClientConfig, heard: () => void): EventWatch {
  let client: pg.Client | undefined;
  let told = false;
  let ended = false;
  let pause = FIRST_PAUSE;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const mine = new pg.Client(config);
    client = mine;
    const lost = () => {
      if (client !== mine) return;
      client = undefined;
      told = false;
      close(mine);
      if (ended) return;
      timer = setTimeout(() => void connect(), pause);
      timer.unref();
      pause = Math.min(LONGEST_PAUSE, pause * 2);
    };
    mine.on('error', lost);
    mine.on('end', lost);
    mine.on('notification', heard);
    try {
      await mine.connect();
      await mine.query(`LISTEN ${CHANNEL}`);
      if (client !== mine) return;
      told = true;
      pause = FIRST_PAUSE;
      heard();
    } catch {
      lost();
    }
  }

  void connect();
  return {
    get told() {
      return told;
    },
    end() {
      ended = true;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      told = false;
      if (last !== undefined) close(last);
    },
  };
}

function close(client: pg.Client): void {
  client.end().catch(() => {});
}
