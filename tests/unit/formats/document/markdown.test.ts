import { describe, expect, it } from 'vitest';
import { blocksOf, errorOf, read } from './support.ts';

const ARTICLE = `---
title: "Le port rouvre"
author: Rédaction du Port
date: 2021-11-25
lang: fr
tags: [port, ferry]
---
# Le port rouvre

Le port de **Port-Lannec** rouvre
le 14 avril, selon [l’Autorité](https://www.example.org/a).

## Deux étapes

> Nous attendons cette ligne.

- Un hall en mars.
- Un *second* en 2024.

\`\`\`
code
\`\`\`
`;

describe('Markdown', () => {
  it('gives its blocks without marks, and what its front matter says', async () => {
    const document = await read(ARTICLE, 'a.md');
    expect(blocksOf(document)).toEqual([
      'headline Le port rouvre',
      'paragraph Le port de Port-Lannec rouvre le 14 avril, selon l’Autorité.',
      'heading2 Deux étapes',
      'quotation Nous attendons cette ligne.',
      'list-item Un hall en mars.',
      'list-item Un second en 2024.',
    ]);
    expect(document.details).toEqual({
      provenance: { title: 'Le port rouvre', author: 'Rédaction du Port', publishedOn: '2021-11-25' },
      language: 'fr',
      versions: [],
      sources: {
        title: 'front matter title',
        author: 'front matter author',
        publishedOn: 'front matter date',
        language: 'front matter lang',
      },
    });
  });

  it.each([
    ['quotations', '> '.repeat(5000)],
    ['lists', '- '.repeat(5000)],
    ['brackets', '['.repeat(50_000)],
    ['emphasis', '*a_'.repeat(3) + '*'.repeat(50_000)],
  ])('nested without end is refused: %s', async (_, text) => {
    expect(await errorOf(read(`Le port.\n\n${text} fin`, 'bomb.md'))).toMatchObject({
      code: 'ill-formed-file',
      details: { where: 'bomb.md', line: 3 },
    });
  });

  it('without text is refused', async () => {
    expect((await errorOf(read('```\ncode\n```\n', 'a.md'))).code).toBe('empty-text');
  });
});
