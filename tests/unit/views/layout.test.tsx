import { describe, expect, it } from 'vitest';
import { NO_RULES } from '../../../memory/checks/house-rules.ts';
import type { Provenance } from '../../../memory/model/provenance.ts';
import { ProvenanceLine } from '../../../views/components/provenance-line.tsx';
import { Layout, renderPage } from '../../../views/layout.tsx';
import { MessagesProvider } from '../../../views/messages/messages.ts';
import { PAGE_MESSAGES } from '../../../views/messages/pages.ts';
import { EditorPage } from '../../../views/pages/editor.tsx';

const context = {
  asset: (entry: string) => ({ url: `/assets/${entry}`, preload: ['/assets/part.js'] }),
  nonce: 'n',
  requestKey: 'k',
  may: () => true,
  path: '/memories?text=Kyiv',
  messages: PAGE_MESSAGES.en,
};
const progress = { segments: 1, words: 1, doneSegments: 0, doneWords: 0, draftSegments: 0 };
const NASTY = '"><script>alert(1)</script>';

function editorPage(name: string): string {
  const project = {
    id: 1,
    name,
    sourceLanguage: 'fr',
    targetLanguage: 'en-GB',
    memories: [],
    createdAt: '',
    progress,
  } as const;
  const document = { id: 2, projectId: 1, name, provenance: {}, createdAt: '', progress };
  const worker = { name, people: [name], fixedMemories: [], beginsTermbase: true };
  return renderPage(<EditorPage {...{ context, project, document, worker }} documents={[document]} rules={NO_RULES} />);
}

describe('a page', () => {
  it('is a document with a title, a way to skip the header, and its place marked', () => {
    const html = renderPage(
      <Layout context={context} title="Memories" section="memories" breadcrumb={[{ label: 'Up', href: '/' }]}>
        <h1>Memories</h1>
      </Layout>,
    );
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).toContain('<title>Memories – Calque</title>');
    expect(html).toContain('href="#main"');
    expect(html).toMatch(/href="\/memories"[^>]*aria-current/);
  });

  it('says what language it is in, and changes to the other and back to itself', () => {
    const html = renderPage(
      <Layout context={{ ...context, messages: PAGE_MESSAGES.fr }} title="Mémoires" section="memories">
        <h1>Mémoires</h1>
      </Layout>,
    );
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('Aller au contenu');
    expect(html).toMatch(/<form[^>]*action="\/language"/);
    expect(html).toContain('name="back" value="/memories?text=Kyiv"');
    expect(html).toMatch(/name="language" value="en" lang="en">\s*English/);
  });

  it('carries no script, style or handler of its own', () => {
    const html = editorPage('Pegasus');
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  });

  it('shows names as text', () => {
    const html = editorPage(NASTY);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script>alert(1)&lt;/script>');
  });

  it('tells the editor what it is about', () => {
    const html = editorPage('Pegasus');
    for (const attribute of [
      'data-project-id="1"',
      'data-document-id="2"',
      'data-source-language="fr"',
      'data-target-language="en-GB"',
      'data-style-nonce="n"',
      'rel="modulepreload" href="/assets/part.js"',
      'href="/api/v1/exports?project=1&amp;format=xliff&amp;document=2"',
    ]) {
      expect(html).toContain(attribute);
    }
  });
});

describe('a line of provenance', () => {
  const line = (provenance: Provenance, messages = PAGE_MESSAGES.en) =>
    renderPage(
      <MessagesProvider value={messages}>
        <ProvenanceLine provenance={provenance} />
      </MessagesProvider>,
    );

  it('names the original, the translator, and the note as printed', () => {
    const credit = 'Traduit de l’anglais (original) par VECTranslation.';
    const html = line({ publication: 'Middle East Eye', originalLanguage: 'en', translator: 'VECTranslation', credit });
    expect(html).toContain('original in English');
    expect(html).toContain('translated by VECTranslation');
    expect(html).toContain(`<q>${credit}</q>`);
  });

  it('is in the language of the page', () => {
    const html = line({ originalLanguage: 'en', publishedOn: '2021-11-25' }, PAGE_MESSAGES.fr);
    expect(html).toContain('original en anglais');
    expect(html).toContain('25 novembre 2021');
  });

  it('links to the web only', () => {
    expect(line({ url: 'https://example.org/a' })).toContain('href="https://example.org/a"');
    expect(line({ url: 'javascript:alert(1)' })).not.toContain('href');
  });
});
