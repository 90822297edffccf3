import { z } from 'zod';
import { actorAt } from '../../services/clock.ts';
import type { TakenFile } from '../../services/large-files.ts';
import { kindOf } from '../kind.ts';

/** Makes a large XLIFF file a document to translate. It is waited for and leaves no record. */
export const takeXliff = kindOf({
  kind: 'take-xliff',
  input: z.strictObject({
    file: z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) }),
    project: z.number().exactOptional(),
  }),
  async run({ file, project: id }, { store, xliffFiles }, { by }): Promise<TakenFile> {
    const actor = actorAt(Date.now, by);
    if (id === undefined) return xliffFiles.create(file, actor);
    const document = await xliffFiles.add(id, file, actor);
    return { project: await store.getProject(id), document };
  },
});
