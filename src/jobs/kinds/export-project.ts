import { projectExport } from '../../contract/transfers.ts';
import type { WholeFile } from '../../services/large-files.ts';
import { kindOf } from '../kind.ts';

/** Writes a large project to a file, all of which is given back. It is waited for and leaves no record. */
export const exportProject = kindOf({
  kind: 'export-project',
  input: projectExport,
  async run({ project, ...wish }, { transfers }): Promise<WholeFile> {
    const { body, ...file } = await transfers.exportProject(project, wish);
    if (body instanceof Uint8Array) return { ...file, body };
    const pieces: string[] = [];
    for await (const piece of body) pieces.push(piece);
    return { ...file, body: pieces.join('') };
  },
});
