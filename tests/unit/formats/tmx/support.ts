import type { TmxEntry, TmxUnit } from '../../../../memory/formats/tmx/entry.ts';
import { readTmx } from '../../../../memory/formats/tmx/read.ts';
import { type WriteTmxOptions, writeTmx } from '../../../../memory/formats/tmx/write.ts';
import type { Chunks } from '../../../../memory/formats/xml/bytes.ts';

export async function readAll(chunks: Chunks, name = 'memory.tmx'): Promise<TmxEntry[]> {
  const entries: TmxEntry[] = [];
  for await (const entry of readTmx(chunks, { name })) entries.push(entry);
  return entries;
}

/** The units alone, without their lines, as a writer takes them. */
export function unitsOf(entries: readonly TmxEntry[]): TmxUnit[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'unit') return [];
    const { kind: _, line: __, ...unit } = entry;
    return [unit];
  });
}

export async function writeAll(units: Iterable<TmxUnit>, options: Partial<WriteTmxOptions> = {}): Promise<string> {
  let text = '';
  for await (const piece of writeTmx(units, { sourceLanguage: 'fr', toolVersion: '1.0', ...options })) text += piece;
  return text;
}

/** A TMX file around `body`. */
export function tmx(body: string, header = 'srclang="fr"'): string {
  return `<?xml version="1.0"?>\n<tmx version="1.4"><header ${header}/><body>\n${body}</body></tmx>`;
}
