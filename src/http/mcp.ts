import type { RequestHandler, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../memory/model/errors.ts';
import { RIGHTS } from '../contract/rights.ts';
import type { McpParts } from '../mcp/tools.ts';
import { checkFirst } from '../services/access.ts';
import { callerOf } from './identify.ts';

/** Where the Model Context Protocol is spoken, over streamable HTTP. */
export const MCP_PATH = '/mcp';

/**
 * The protocol without sessions: each request is whole in itself, so nothing is kept that could run out or be stolen. There are
 * no messages from the server's side, and so no stream to open and no session to end.
 */
export function mcpRouter(parts: Omit<McpParts, 'caller'>): Router {
  const router = express.Router();
  const begin: RequestHandler = (_request, response, next) => {
    checkFirst(callerOf(response), RIGHTS.lookup);
    next();
  };
  router.post(MCP_PATH, begin, express.json({ limit: '1mb' }), async (request, response) => {
    const { createMcpServer, StreamableHTTPServerTransport } = await protocol();
    const server = createMcpServer({ ...parts, caller: callerOf(response) });
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    response.once('close', () => void server.close());
    // The SDK's own types of a transport do not agree with each other where optional properties are exact.
    await server.connect(transport as Parameters<typeof server.connect>[0]);
    await transport.handleRequest(request, response, request.body);
  });
  router.all(MCP_PATH, (request, response) => {
    response.set('allow', 'POST');
    throw new CalqueError('method-not-allowed', `${request.method} is not offered here; there is POST.`, {
      where: MCP_PATH,
    });
  });
  return router;
}

/** Loaded with the first request: most installations have none. */
async function protocol() {
  const [tools, transport] = await Promise.all([
    import('../mcp/tools.ts'),
    import('@modelcontextprotocol/sdk/server/streamableHttp.js'),
  ]);
  return { ...tools, ...transport };
}
