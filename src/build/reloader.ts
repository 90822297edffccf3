import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Tells pages that were opened in development to load themselves anew, over server-sent events. */
export interface Reloader {
  /** Where pages listen; a server with a content security policy allows connections to it. */
  readonly origin: string;
  /** Put at the head of every browser script; listens once a page, in however many scripts it stands. */
  readonly snippet: string;
  reload(): void;
  /** Lets the pages go, and frees the port. */
  close(): Promise<void>;
}

/** Starts a reloader on a free loopback port. */
export async function openReloader(): Promise<Reloader> {
  const pages = new Set<ServerResponse>();
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'access-control-allow-origin': '*' });
    response.flushHeaders();
    pages.add(response);
    response.on('close', () => pages.delete(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    snippet: `if (!globalThis.calqueReload) (globalThis.calqueReload = new EventSource('${origin}')).onmessage = () => location.reload();`,
    reload: () => {
      for (const page of pages) page.write('data: reload\n\n');
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
