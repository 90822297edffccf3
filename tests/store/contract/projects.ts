import { describe, expect, it } from 'vitest';
import type { NewProject } from '../../../memory/store/store.ts';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeMemory, makeWork, nth, rejection, segment } from './samples.ts';

const NOTHING = { segments: 0, words: 0, doneSegments: 0, doneWords: 0, draftSegments: 0 };

export function projectContract(open: OpenStore): void {
  describe('projects', () => {
    it('keeps a project and the memories it uses, in order', async () => {
      const store = await open();
      const { id: one } = await makeMemory(store, 'one');
      const { id: two } = await makeMemory(store, 'two');
      const given: NewProject = {
        name: 'Affaire',
        sourceLanguage: 'fr-CA',
        targetLanguage: 'en',
        memories: [
          { memoryId: two, write: false },
          { memoryId: one, write: true, priority: -3, penalty: 0 },
        ],
      };
      const project = await store.createProject(given, actor(4));
      expect(project).toEqual({ id: project.id, ...given, createdAt: at(4), progress: NOTHING });
      expect(await store.getProject(project.id)).toEqual(project);
      const memories = [{ memoryId: one, write: false }];
      expect(await store.changeProject(project.id, { memories })).toEqual({ ...project, memories });
      expect(await store.changeProject(project.id, { name: 'Procès' })).toMatchObject({ name: 'Procès', memories });
    });

    it('turns a project round as long as nothing is in it', async () => {
      const store = await open();
      const one = { name: 'x', sourceLanguage: 'fr', targetLanguage: 'en', memories: [] } as const;
      const { id } = await store.createProject(one, actor());
      const round = { sourceLanguage: 'en', targetLanguage: 'fr' } as const;
      expect(await store.changeProject(id, round)).toMatchObject(round);
      await rejection(store.changeProject(id, { targetLanguage: 'en' }), 'same-language');
      await store.addProjectDocument(id, { name: 'd', provenance: {}, segments: [segment('One.')] }, actor());
      await rejection(store.changeProject(id, { sourceLanguage: 'fr', targetLanguage: 'en' }), 'impossible-step');
      expect(await store.changeProject(id, round)).toMatchObject(round);
    });

    it('adds several documents in order, all of them or none', async () => {
      const store = await open();
      const one = { name: 'x', sourceLanguage: 'fr', targetLanguage: 'en', memories: [] } as const;
      const { id } = await store.createProject(one, actor());
      const documents = ['a', 'b'].map((name) => ({ name, provenance: {}, segments: [segment('Un.')] }));
      const nameless = { name: ' ', provenance: {}, segments: [] };
      await rejection(store.addProjectDocuments(id, [...documents, nameless], actor()), 'bad-request');
      expect(await store.listProjectDocuments(id)).toEqual([]);
      const added = await store.addProjectDocuments(id, documents, actor());
      expect(added.map(({ name }) => name)).toEqual(['a', 'b']);
      expect(await store.listProjectDocuments(id)).toEqual(added);
    });

    it('counts what was confirmed by project and day', async () => {
      const store = await open();
      const { project, segments } = await makeWork(store, [
        segment('Un.', { words: 3 }),
        segment('Deux.', { words: 4 }),
      ]);
      const [first, second] = [nth(segments, 0), nth(segments, 1)];
      const change = { target: ['One.'], origin: { kind: 'human' } } as const;
      await store.confirmSegment(first.id, first.version, change, actor(1));
      await store.saveSegment(second.id, second.version, change, actor(2));
      const day = at(1).slice(0, 10);
      expect(await store.workDone(at(0))).toEqual([{ projectId: project.id, day, segments: 1, words: 3 }]);
      expect(await store.workDone(at(3))).toEqual([]);
    });

    it('lists the newest first', async () => {
      const store = await open();
      for (const name of ['a', 'b', 'c']) {
        await store.createProject({ name, sourceLanguage: 'en', targetLanguage: 'fr', memories: [] }, actor());
      }
      expect((await store.listProjects()).map((project) => project.name)).toEqual(['c', 'b', 'a']);
    });

    it('refuses one language on both sides, a blank name, and memories unknown or named twice', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const good = { name: 'x', sourceLanguage: 'fr', targetLanguage: 'en', memories: [] } as const;
      const one = { memoryId, write: true };
      await rejection(store.createProject({ ...good, targetLanguage: 'fr-CA' }, actor()), 'same-language');
      await rejection(store.createProject({ ...good, name: '' }, actor()), 'bad-request');
      await rejection(store.createProject({ ...good, memories: [one, one] }, actor()), 'bad-request');
      await rejection(store.createProject({ ...good, memories: [{ ...one, memoryId: 99 }] }, actor()), 'not-found');
      await rejection(store.createProject({ ...good, memories: [{ ...one, penalty: 31 }] }, actor()), 'bad-request');
      expect(await store.listProjects()).toEqual([]);
      const { id } = await store.createProject({ ...good, memories: [one] }, actor());
      await rejection(store.changeProject(id, { name: 'y', memories: [one, one] }), 'bad-request');
      expect(await store.getProject(id)).toMatchObject({ name: 'x', memories: [one] });
    });

    it('keeps a document with its segments as they are given', async () => {
      const store = await open();
      const source = ['Le ', { form: 'open', id: '1' }, 'procès'] as const;
      const sources = [
        segment(source, { before: '  ', words: 2 }),
        segment('Fin.', {
          paragraph: 1,
          before: '\n\n',
          after: '\n',
          target: ['The end.'],
          status: 'confirmed',
          locked: true,
          origin: { kind: 'import', source: 'x.xlf' },
        }),
        segment('Suite.', { target: ['More.'] }),
      ];
      const { document, segments } = await makeWork(store, sources);
      const common = { documentId: document.id, version: 1, changedAt: at(0), changedBy: 'translator' };
      expect(segments.map(({ id, ...rest }) => rest)).toEqual([
        {
          ...common,
          position: 0,
          paragraph: 0,
          before: '  ',
          after: '',
          source,
          target: [],
          status: 'untranslated',
          locked: false,
        },
        {
          ...common,
          position: 1,
          paragraph: 1,
          before: '\n\n',
          after: '\n',
          source: ['Fin.'],
          target: ['The end.'],
          status: 'confirmed',
          locked: true,
          origin: { kind: 'import', source: 'x.xlf' },
        },
        {
          ...common,
          position: 2,
          paragraph: 0,
          before: '',
          after: '',
          source: ['Suite.'],
          target: ['More.'],
          status: 'draft',
          locked: false,
        },
      ]);
      expect(await store.getProjectDocument(document.id)).toEqual({
        id: document.id,
        projectId: document.projectId,
        name: 'article.txt',
        provenance: { publication: 'Le Journal' },
        createdAt: at(0),
        progress: { segments: 3, words: 8, doneSegments: 1, doneWords: 3, draftSegments: 1 },
      });
    });

    it('keeps the file a document came as, byte for byte, and how it names the segments', async () => {
      const store = await open();
      const { project, document: text } = await makeWork(store, [segment('Un.')]);
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * index) % 251);
      const document = await store.addProjectDocument(
        project.id,
        {
          name: 'a.xlf',
          provenance: {},
          segments: [segment('Deux.', { fileSegment: '1/u', block: 'caption' })],
          file: { format: 'xliff', bytes },
        },
        actor(),
      );
      expect(document.file).toEqual({ format: 'xliff', size: 70_000 });
      expect(await store.getProjectDocument(document.id)).toEqual(document);
      expect(Buffer.compare(await store.projectDocumentFile(document.id), bytes)).toBe(0);
      const [kept] = await store.listSegments(document.id);
      expect(kept).toMatchObject({ fileSegment: '1/u', block: 'caption' });
      expect(await store.getSegment(kept?.id ?? 0)).toEqual(kept);
      const change = { target: ['Two.'], origin: { kind: 'human' } } as const;
      expect((await store.saveSegment(kept?.id ?? 0, 1, change, actor())).fileSegment).toBe('1/u');

      expect(text).not.toHaveProperty('file');
      await rejection(store.projectDocumentFile(text.id), 'not-found');
      await store.deleteProjectDocument(document.id);
      await rejection(store.projectDocumentFile(document.id), 'not-found');
    });

    it('counts the progress of a document and of its project', async () => {
      const store = await open();
      const { project, document, segments } = await makeWork(store, [segment('Un.', { words: 1 }), segment('Deux.')]);
      await store.addProjectDocument(project.id, { name: 'b', provenance: {}, segments: [segment('Trois.')] }, actor());
      const change = { target: ['One.'], origin: { kind: 'human' } } as const;
      await store.confirmSegment(nth(segments, 0).id, 1, change, actor());
      await store.saveSegment(nth(segments, 1).id, 1, change, actor());
      const done = { doneSegments: 1, doneWords: 1, draftSegments: 1 };
      expect((await store.getProjectDocument(document.id)).progress).toEqual({ segments: 2, words: 4, ...done });
      expect((await store.getProject(project.id)).progress).toEqual({ segments: 3, words: 7, ...done });
      expect((await store.listProjectDocuments(project.id)).map(({ progress }) => progress.segments)).toEqual([2, 1]);
    });

    it('deletes documents and projects, and leaves what they wrote in the memory', async () => {
      const store = await open();
      const { memory, project, document, segments } = await makeWork(store, [segment('Un.')]);
      const { id } = nth(segments, 0);
      const change = { target: ['One.'], origin: { kind: 'human' } } as const;
      const { unitId = 0 } = await store.confirmSegment(id, 1, change, actor());
      await store.deleteProjectDocument(document.id);
      await rejection(store.getProjectDocument(document.id), 'not-found');
      await rejection(store.getSegment(id), 'not-found');
      await rejection(store.segmentHistory(id), 'not-found');
      expect((await store.getUnit(unitId)).places).toHaveLength(1);
      expect(await store.getProject(project.id)).toMatchObject({ progress: NOTHING });

      await store.deleteProject(project.id);
      await rejection(store.getProject(project.id), 'not-found');
      await rejection(store.listProjectDocuments(project.id), 'not-found');
      expect(await store.getMemory(memory.id)).toMatchObject({ unitCount: 1 });
    });

    it('answers not-found for projects and documents that are not there', async () => {
      const store = await open();
      await rejection(store.getProject(1), 'not-found');
      await rejection(store.changeProject(1, { name: 'x' }), 'not-found');
      await rejection(store.deleteProject(1), 'not-found');
      await rejection(store.addProjectDocument(1, { name: 'x', provenance: {}, segments: [] }, actor()), 'not-found');
      await rejection(store.deleteProjectDocument(1), 'not-found');
      await rejection(store.listSegments(1), 'not-found');
    });
  });
}
