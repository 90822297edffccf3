import { z } from 'zod';
import { provenance } from '../../contract/values.ts';
import { kindOf } from '../kind.ts';

const document = z.intersection(
  z.object({ name: z.string(), where: z.string() }),
  z.union([z.object({ text: z.string() }), z.object({ bytes: z.instanceof(Uint8Array) })]),
);
const article = z.object({ fr: document, en: document, provenance: provenance.exactOptional() });

/** Reads a document, or reads and aligns an article, in a thread. It is waited for and leaves no record. */
export const readArticle = kindOf({
  kind: 'read-article',
  input: z.discriminatedUnion('what', [
    z.strictObject({ what: z.literal('read'), document }),
    z.strictObject({ what: z.literal('align'), article }),
  ]),
  async run(wish, { reader }) {
    return wish.what === 'read' ? reader.read(wish.document) : reader.align(wish.article);
  },
});
