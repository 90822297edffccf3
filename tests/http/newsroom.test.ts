import { describe, expect, it, onTestFinished } from 'vitest';
import { workTogether } from '../support/newsroom/newsroom.ts';
import { startServer } from '../support/server.ts';

describe('translators at work side by side', () => {
  it('are told the truth of what is kept, without an error', async () => {
    const server = await startServer({ starter: true });
    onTestFinished(() => server.stop());
    const report = await workTogether({
      servers: [server.url],
      translators: 10,
      sentences: Array.from({ length: 80 }, (_, n) => `Le maire a inauguré le quai numéro ${n}.`),
      article: 8,
      duration: 2_000,
      think: 50,
      seed: 1,
    });
    expect(report.errors).toEqual([]);
    expect(report.contradictions).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(0);
  });
});
