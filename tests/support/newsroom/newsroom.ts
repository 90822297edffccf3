import { setTimeout } from 'node:timers/promises';
import { hireTranslator } from './translator.ts';

export interface NewsroomOptions {
  /** The addresses of the servers; each translator keeps to one of them. */
  readonly servers: readonly string[];
  readonly translators: number;
  /** What is translated; each translator has an article of their own. */
  readonly sentences: readonly string[];
  /** Sentences of an article. */
  readonly article: number;
  /** How long they work, in milliseconds. */
  readonly duration: number;
  /** The mean time a translator takes between two requests, in milliseconds. */
  readonly think: number;
  readonly seed: number;
}

export interface NewsroomReport {
  readonly acknowledged: number;
  readonly errors: readonly string[];
  /** How long each lookup of suggestions took, in milliseconds. */
  readonly lookups: readonly number[];
  readonly contradictions: readonly string[];
}

/** Has translators work side by side, and then holds what they believe against what is there. */
export async function workTogether(options: NewsroomOptions): Promise<NewsroomReport> {
  const { servers, sentences, article, think, seed } = options;
  const translators = await Promise.all(
    Array.from({ length: options.translators }, (_, one) =>
      hireTranslator({
        name: `Desk ${one}`,
        server: () => servers[one % servers.length] ?? '',
        sentences: Array.from({ length: article }, (__, n) => sentences[(one * article + n) % sentences.length] ?? ''),
        think,
        seed: seed + one,
      }),
    ),
  );
  const stopping = new AbortController();
  const work = translators.map((one) => one.work(stopping.signal));
  await setTimeout(options.duration);
  stopping.abort();
  await Promise.all(work);
  const contradictions: string[] = [];
  for (const one of translators) contradictions.push(...(await one.contradictions()));
  return {
    acknowledged: translators.reduce((sum, { seen }) => sum + seen.acknowledged, 0),
    errors: translators.flatMap(({ seen }) => seen.errors),
    lookups: translators.flatMap(({ seen }) => seen.lookups),
    contradictions,
  };
}
