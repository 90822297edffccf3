import type { ExampleParts } from './examples.ts';
import type { Operation } from './operations/operation.ts';
import type { OperationName } from './routes.ts';
import { pathOf, ROUTES } from './routes.ts';

/** The path and query that an example asks for: `/api/v1/units?memory=7`. */
export function exampleTarget(name: OperationName, { params = {}, query = {} }: ExampleParts): string {
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  return pathOf(name, params as Record<string, string | number>) + (search === '' ? '' : `?${search}`);
}

/**
 * A call as a line for a shell, to be copied.
 * @param base the server’s address without a slash at its end
 */
export function curlLine(
  base: string,
  name: OperationName,
  { accepts }: Pick<Operation, 'accepts'>,
  example: ExampleParts,
): string {
  const { method } = ROUTES[name];
  const parts = ['curl'];
  if (method !== 'GET') parts.push(`-X ${method}`);
  parts.push(quoted(base + exampleTarget(name, example)));
  if (example.file !== undefined) {
    parts.push(`-H ${quoted(`Content-Type: ${accepts?.[0] ?? 'application/octet-stream'}`)}`);
    parts.push(`--data-binary ${quoted(`@${example.file}`)}`);
  }
  if (example.body !== undefined) {
    parts.push(`-H ${quoted('Content-Type: application/json')}`, `-d ${quoted(JSON.stringify(example.body))}`);
  }
  return parts.join(' ');
}

/** A word for a POSIX shell, in which nothing has a meaning of its own. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
