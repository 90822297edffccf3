import type { ExportQuery } from '../contract/transfers.ts';
import { memoryFormat, projectFormat, termbaseFormat } from '../contract/transfers.ts';
import type { ExportedFile, Transfers } from './transfers.ts';

/** The file of a project, a memory or a termbase, whichever is wanted. @param wanted as the contract has checked it */
export function exportWanted(
  transfers: Transfers,
  { project, memory, termbase, ...wanted }: ExportQuery,
): Promise<ExportedFile> {
  if (memory !== undefined) return transfers.exportMemory(memory, memoryFormat(wanted.format), wanted);
  if (termbase !== undefined) return transfers.exportTermbase(termbase, termbaseFormat(wanted.format));
  return transfers.exportProject(project ?? 0, { ...wanted, format: projectFormat(wanted.format) });
}
