import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';

/**
 * Run as a process of its own: confirms segments of a new project one after another and, for each, prints the segment
 * and its unit once the store says that they are kept. It ends when it is killed.
 */
const [path = '', name = 'writer'] = process.argv.slice(2);
const store = await openSqliteStore(path);
const actor = { by: name, at: '2026-01-02T03:04:05.000Z' };
const memory = await store.createMemory({ name }, actor);
const project = await store.createProject(
  { name, sourceLanguage: 'fr', targetLanguage: 'en', memories: [{ memoryId: memory.id, write: true }] },
  actor,
);
const segments = Array.from({ length: 1000 }, (_, index) => ({
  paragraph: index,
  before: '\n',
  after: '',
  source: [`Phrase ${index}.`],
  words: 2,
}));
const document = await store.addProjectDocument(project.id, { name, provenance: {}, segments }, actor);
for (const { id, source } of await store.listSegments(document.id)) {
  const target = [`${source.join('')} in English`];
  const { unitId } = await store.confirmSegment(id, 1, { target, origin: { kind: 'human' } }, actor);
  process.stdout.write(`${id} ${unitId}\n`);
}
