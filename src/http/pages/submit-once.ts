import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Actor } from '../../../memory/store/store.ts';
import { REQUEST_KEY } from '../../../views/pages/request-key.tsx';
import type { Once } from '../../services/once.ts';
import { fieldsOf } from './form.ts';

/**
 * Does what a form asks for once, however often its button was pressed. A form that was gone back to and changed is
 * another one; so is one without its key.
 */
export function submitOnce<T>(once: Once, request: Request, actor: Actor, work: () => Promise<T>): Promise<T> {
  const fields = fieldsOf(request);
  const key = fields[REQUEST_KEY];
  if (!key) return work();
  const files = Array.isArray(request.files) ? request.files : [];
  const hash = createHash('sha256').update(JSON.stringify([request.originalUrl, fields]));
  for (const { fieldname, buffer } of files) hash.update(`${fieldname}:${buffer.length}:`).update(buffer);
  const content = hash.digest('base64url');
  return once.run(`${key.slice(0, 64)}:${content}`, [content], actor, work);
}
