import { z } from 'zod';
import { pretranslationRules } from '../../contract/pretranslations.ts';
import { kindOf } from '../kind.ts';

/** Pre-translates a spooled XLIFF file. @returns the name of the spooled file it has become, and the count of its words */
export const pretranslateFile = kindOf({
  kind: 'pretranslate-file',
  input: pretranslationRules.extend({
    file: z.string(),
    name: z.string(),
    candidates: z.boolean(),
    memories: z.array(z.number()).exactOptional(),
  }),
  files: ({ file }) => [file],
  async run({ file, name, ...wish }, { pretranslation, spool }, { report }) {
    const { bytes, ...done } = await pretranslation.file({ name, bytes: await spool.read(file) }, wish, report);
    return { file: await spool.keep(bytes), report: done.report };
  },
});
