import type { FileFault } from '../../memory/formats/validate/faults.ts';
import { validateFile } from '../../memory/formats/validate/file.ts';
import { bytesSource } from './imports/source.ts';
import { LARGE_FILE } from './large-files.ts';
import type { Threads } from './threads.ts';

/** Says what is wrong with files of XLIFF, TMX and TBX; none where one is valid. */
export interface Validation {
  faults(bytes: Uint8Array, name: string): Promise<readonly FileFault[]>;
}

/** Checks here, and has this thread do nothing else for most of the time. */
export const validationHere: Validation = {
  faults: (bytes, name) => validateFile(bytesSource(bytes, name)),
};

/** Checks large files in threads, so that requests are answered meanwhile. */
export function validationInThreads(threads: Threads): Validation {
  return {
    async faults(bytes, name) {
      if (bytes.length <= LARGE_FILE) return validationHere.faults(bytes, name);
      return (await threads.run('validate', { bytes, name })) as readonly FileFault[];
    },
  };
}
