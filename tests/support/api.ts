import type { Client, Problem } from '../../src/contract/client.ts';
import { createClient, ProblemError } from '../../src/contract/client.ts';
import type { RunningServer, ServerOptions } from './server.ts';
import { startServer } from './server.ts';

/** A running server with a typed client of its API. */
export interface ServedApi extends RunningServer {
  readonly call: Client;
}

export async function serveApi(options?: ServerOptions): Promise<ServedApi> {
  const server = await startServer(options);
  return { ...server, call: createClient(server.url) };
}

/** The problem that a call is answered with; fails when it succeeds. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const answer = await call.then(
    (value) => value,
    (error: unknown) => {
      if (error instanceof ProblemError) return error;
      throw error;
    },
  );
  if (answer instanceof ProblemError) return answer.problem;
  throw new Error(`Expected a problem, got ${JSON.stringify(answer)?.slice(0, 200)}`);
}
