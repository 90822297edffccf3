import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeZip } from '../../memory/formats/archive/store-zip.ts';
import { openParts } from '../../memory/formats/document/office/parts.ts';
import type { CallAnswer } from '../../src/contract/client.ts';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

const XLIFF = `<xliff version="1.2"><file original="a" source-language="en" target-language="fr"><body>
<trans-unit id="1"><source>The <g id="1">quay</g> is shut.</source><target>Le <g id="1">quai</g> est fermé.</target></trans-unit>
<trans-unit id="2"><source>It opens on Monday.</source><target>Il ouvre lundi.</target></trans-unit>
<trans-unit id="3"><source>Nobody knows.</source></trans-unit>
<trans-unit id="4" translate="no"><source>PORT</source><target>PORT</target></trans-unit></body></file></xliff>`;

const ORIGIN = { kind: 'human' } as const;

async function project() {
  const response = await fetch(`${api.url}/api/v1/imports/xliff?name=a.xlf`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-xliff+xml' },
    body: XLIFF,
  });
  const { project, document } = (await response.json()) as CallAnswer<'importXliff'>;
  const segments = async () =>
    (await api.call('listSegments', { params: { id: project.id, documentId: document.id } })).items;
  const file = await fetch(`${api.url}/api/v1/exports?project=${project.id}&format=revision`);
  expect(file.headers.get('content-disposition')).toContain('a.xlf.docx');
  const parts = openParts(new Uint8Array(await file.arrayBuffer()), 'a.docx');
  return { id: project.id, xml: parts.get('word/document.xml')?.() ?? '', segments };
}

async function send(id: number, xml: string) {
  const body = new Uint8Array(storeZip([['word/document.xml', new TextEncoder().encode(xml)]]));
  const address = `${api.url}/api/v1/projects/${id}/revisions`;
  return fetch(address, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body });
}

type Report = CallAnswer<'importRevision'>;

describe('a bilingual Word file', () => {
  it('has a row for each segment, codes as tags', async () => {
    const { xml } = await project();
    const text = xml.replaceAll(/<w:tr[ >]/g, '\n<w:tr ').replaceAll(/<[^>]+>/g, '');
    expect(text).toContain('The {1}quay{/1} is shut.Le {1}quai{/1} est fermé.');
    expect(text).toMatch(/\d+\.1Nobody knows\./);
  });

  it('comes back with its edits, tracked ones too, as drafts, and with its codes', async () => {
    const { id, xml, segments } = await project();
    const tracked = '<w:ins><w:r><w:t>ferme</w:t></w:r></w:ins><w:del><w:r><w:delText>ouvre</w:delText></w:r></w:del>';
    const edited = xml
      .replace('> est fermé.<', '> reste fermé.<')
      .replace(
        /<w:r>(?:(?!<w:r>).)*Il ouvre lundi\.<\/w:t><\/w:r>/s,
        `<w:r><w:t>Il </w:t></w:r>${tracked}<w:r><w:t> lundi.</w:t></w:r>`,
      );
    const report = (await (await send(id, edited)).json()) as Report;
    expect(report).toMatchObject({ unchanged: 2, conflicts: [], refused: [] });
    expect(report.changed.map(({ number }) => number)).toEqual([1, 2]);
    const [first, second, third] = await segments();
    expect(first).toMatchObject({
      target: ['Le ', { form: 'open', id: '1' }, 'quai', { form: 'close', id: '1' }, ' reste fermé.'],
      status: 'draft',
      origin: ORIGIN,
      version: 2,
    });
    expect(second?.target).toEqual(['Il ferme lundi.']);
    expect(third?.version).toBe(1);

    // Sent twice, it changes nothing more.
    expect(await (await send(id, edited)).json()).toMatchObject({ changed: [], unchanged: 4, conflicts: [] });
  });

  it('overwrites nothing that was changed here meanwhile, and shows both', async () => {
    const { id, xml, segments } = await project();
    for (const segment of (await segments()).slice(0, 2)) {
      const body = { version: 1, target: 'Ici, autrement.', origin: ORIGIN };
      await api.call('saveSegment', { params: { id: segment.id }, body });
    }
    const edited = xml
      .replace('> est fermé.<', '> reste fermé.<')
      .replace(/(>)PORT(<\/w:t>(?:(?!PORT).)*)$/s, '$1Port$2');
    const report = (await (await send(id, edited)).json()) as Report;
    expect(report).toMatchObject({
      changed: [],
      conflicts: [{ number: 1, revised: 'Le {1}quai{/1} reste fermé.', present: 'Ici, autrement.' }],
      refused: [{ row: 4, reason: 'Segment 4 is locked.' }],
      unchanged: 2,
    });
    expect((await segments()).map(({ target }) => target)).toEqual([
      ['Ici, autrement.'],
      ['Ici, autrement.'],
      [],
      ['PORT'],
    ]);

    const form = new FormData();
    const body = storeZip([['word/document.xml', new TextEncoder().encode(edited)]]);
    form.append('revisionFile', new Blob([new Uint8Array(body)]), 'revised.docx');
    const page = await (await fetch(`${api.url}/projects/${id}/revisions`, { method: 'POST', body: form })).text();
    expect(page).toContain('Le {1}quai{/1} reste fermé.');
    expect(page).toContain('Ici, autrement.');
  });

  it('is taken by its own project alone, and only where it is one', async () => {
    const { id } = await project();
    const other = await project();
    const foreign = (await (await send(id, other.xml)).json()) as Report;
    expect(foreign).toMatchObject({ changed: [], unchanged: 0 });
    expect(foreign.refused).toHaveLength(4);

    expect(await (await send(id, '<w:document xmlns:w="w"/>')).json()).toMatchObject({
      status: 422,
      code: 'ill-formed-file',
    });
    expect(await (await send(id, '<w:document>')).json()).toMatchObject({ status: 422, code: 'ill-formed-xml' });
    const address = `${api.url}/api/v1/projects/${id}/revisions`;
    const headers = { 'content-type': 'application/octet-stream' };
    const none = await fetch(address, { method: 'POST', headers, body: 'no archive' });
    expect(await none.json()).toMatchObject({ status: 422, code: 'ill-formed-file' });
  });
});
