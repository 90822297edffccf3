/**
 * Imports run one way:
 *
 *   model ← text ← match, retrieval, alignment, terms, checks ← formats ← store
 *         ← accounts ← services ← jobs, mcp ← http, cli ← context ← main
 *
 * and the browser's code sees the contract and the pure parts only. Each rule is proved by a seeded violation in
 * tests/unit/build/import-rules.test.ts.
 */

const PURE = ['model', 'text', 'match', 'retrieval', 'alignment', 'terms', 'checks'];
const OURS = '^(memory|src|views|tests)/';

const under = (...folders) => `^(${folders.join('|')})/`;

/** Code in `from` may import, of the project's own, only what lies in `allowed` (folders or files). */
function only(name, from, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from,
    to: { path: OURS, pathNot: allowed.map((place) => (place.includes('.') ? `^${place}$` : `^${place}/`)) },
  };
}

/** A layer of the memory sees itself and the given layers below it. */
function memoryLayer(layer, below) {
  const allowed = [...below, layer].map((name) => `memory/${name}`);
  const belowNames = below.length > 0 ? below.join(', ') : 'nothing';
  return only(`memory-${layer}`, { path: `^memory/${layer}/` }, allowed, `memory/${layer} is built on ${belowNames}.`);
}

const MEMORY = ['memory'];
const SERVICES = [
  ...MEMORY,
  'src/contract',
  'src/accounts',
  'src/machine',
  'src/services',
  'src/(config|files|version)[.]ts',
];
const BROWSER = [
  'views/editor',
  'views/review',
  'views/columns',
  'views/components',
  'views/live',
  'views/messages',
  'views/preferences',
  'views/settings',
  'views/paths.ts',
  'src/contract',
  ...PURE.map((layer) => `memory/${layer}`),
];

module.exports = {
  forbidden: [
    memoryLayer('model', []),
    memoryLayer('text', ['model']),
    memoryLayer('match', ['model', 'text']),
    memoryLayer('retrieval', ['model', 'text', 'match']),
    memoryLayer('alignment', ['model', 'text']),
    memoryLayer('terms', ['model', 'text']),
    memoryLayer('checks', ['model', 'text', 'terms']),
    memoryLayer('formats', PURE),
    only('memory-store', { path: '^memory/store/' }, MEMORY, 'The memory knows nothing of the server around it.'),
    {
      name: 'pure-without-node',
      comment: 'The pure parts run in a browser as well: nothing of Node.',
      severity: 'error',
      from: { path: under(...PURE.map((layer) => `memory/${layer}`)) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-without-packages',
      comment: 'The pure parts stand on nothing but themselves.',
      severity: 'error',
      from: { path: under(...PURE.map((layer) => `memory/${layer}`)) },
      to: { path: 'node_modules' },
    },

    only(
      'contract',
      { path: '^src/contract/' },
      ['src/contract', ...PURE.map((layer) => `memory/${layer}`)],
      'The contract is read by the browser too: the pure parts only.',
    ),
    only(
      'config',
      { path: '^src/config[.]ts$' },
      ['memory/model', 'src/machine', 'src/accounts', 'src/contract'],
      'The configuration is made from the environment.',
    ),
    only('machine', { path: '^src/machine/' }, [...MEMORY, 'src/machine'], 'Machine translation stands by itself.'),
    only(
      'accounts',
      { path: '^src/accounts/' },
      [...MEMORY, 'src/contract', 'src/accounts'],
      'Accounts stand beside the store: they know of roles, and nothing of who asks.',
    ),
    only('services', { path: '^src/services/' }, SERVICES, 'Services know neither HTTP nor the command line.'),
    only('threads', { path: '^src/threads/' }, [...MEMORY, 'src/threads'], 'Threads work for the memory alone.'),
    only('jobs', { path: '^src/jobs/' }, [...SERVICES, 'src/jobs'], 'Jobs call services.'),
    only('client', { path: '^src/client/' }, ['src/client', 'src/contract'], 'The client knows the contract alone.'),
    only('mcp', { path: '^src/mcp/' }, [...SERVICES, 'src/mcp'], 'The tools of assistants call services.'),
    only(
      'cli',
      { path: '^src/cli/' },
      [...SERVICES, 'src/jobs', 'src/mcp', 'src/cli'],
      'Commands call services and do the work of jobs.',
    ),
    only(
      'http',
      { path: '^src/http/' },
      [...SERVICES, 'src/jobs', 'src/mcp', 'src/http', 'src/build/manifest.ts', 'views'],
      'HTTP calls services and jobs, and renders views.',
    ),
    {
      name: 'http-without-editor',
      comment: 'The editor is loaded by the browser, never by the server.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^views/(editor|review)/' },
    },
    {
      name: 'context-above-all',
      comment: 'The context wires the parts together; only the programs start from it.',
      severity: 'error',
      from: { path: OURS, pathNot: ['^tests/', '^src/(main|cli|serve|worker|context)[.]ts$'] },
      to: { path: '^src/context[.]ts$' },
    },
    {
      name: 'context-below-programs',
      comment: 'The context does not know which program it serves.',
      severity: 'error',
      from: { path: '^src/context[.]ts$' },
      to: { path: '^src/(main|cli|serve|worker)[.]ts$' },
    },
    {
      name: 'build-apart',
      comment: 'What is built takes nothing from the build scripts but the form of their manifest.',
      severity: 'error',
      from: { path: '^(memory|src|views)/', pathNot: '^src/build/' },
      to: { path: '^src/build/', pathNot: '^src/build/manifest[.]ts$' },
    },
    only(
      'build',
      { path: '^src/build/', pathNot: '^src/build/source-worker[.]mjs$' },
      ['src/build'],
      'The build scripts are no part of what they build; one of them stands for the build of a thread’s program.',
    ),

    only(
      'browser-code',
      { path: ['^views/(editor|review|preferences|settings|columns)/', '^views/.*/client[.]tsx?$'] },
      BROWSER,
      "The browser's code sees the contract and the pure parts only.",
    ),
    only(
      'pages',
      { path: '^views/', pathNot: ['^views/(editor|review|preferences|settings|columns)/', '/client[.]tsx?$'] },
      ['views/(?!(?:editor|review|preferences|settings|columns)/).+', 'src/contract', 'memory/model', 'memory/checks'],
      'Pages are given what they show: the contract, the model, the table of checks, components.',
    ),
    {
      name: 'views-without-node',
      comment: 'What is rendered needs nothing of Node.',
      severity: 'error',
      from: { path: '^(views|src/contract)/' },
      to: { dependencyTypes: ['core'] },
    },

    {
      name: 'nothing-imports-tests',
      comment: 'Tests may import anything; nothing imports tests.',
      severity: 'error',
      from: { path: OURS, pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs is installed without the development dependencies.',
      severity: 'error',
      from: { path: '^(memory|src|views)/', pathNot: '^src/build/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle has no order in which it can be read.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: { path: OURS },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|tests/fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts'],
    },
    skipAnalysisNotInRules: false,
  },
};
