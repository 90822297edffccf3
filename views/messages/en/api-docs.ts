import { format } from './formats.ts';

/** The reference of the API. What each operation does is said by the contract, in English. */
export const apiDocs = {
  title: 'API',
  lead: 'Every operation of this server, with an example of each. Errors are answered as problem+json, with a code that stays.',
  openApi: 'The same as OpenAPI 3.1',
  contents: 'Areas',
  areas: {
    search: 'Lookup and concordance',
    memories: 'Memories, units, documents',
    termbases: 'Termbases, terms',
    files: 'Files in and out',
    reviews: 'Reviews',
    projects: 'Projects',
    segments: 'Segments and comments',
    jobs: 'Jobs',
    live: 'Events and presence',
    accounts: 'People, rights, keys, audit',
    server: 'The server',
  },
  schemas: 'Shared forms',
  parameters: 'Parameters',
  places: { path: 'in the path', query: 'in the query', header: 'header' },
  body: 'Body (JSON)',
  fileBody: 'Body: the file itself, of one of these types',
  answer: (status: number) => `Answer: ${status}`,
  answerTypes: 'Sent as one of these types',
  noContent: 'Without content.',
  lines: 'Each line',
  events: 'Events',
  errors: 'Errors',
  rights: {
    title: 'Who may',
    anyone: 'Anybody, without signing in.',
    role: (role: string) => `Where there are accounts: ${role}`,
    /** Followed by where in the request it is named. */
    within: (thing: string) => `in the place of ${thing} that is named in`,
    things: {
      memory: 'the memory',
      memories: 'each of the memories',
      'memory name': 'the memory, by its name,',
      unit: 'the unit',
      document: 'the document',
      project: 'the project',
      'project document': 'the document of a project',
      'project memories': 'each of the memories',
      segment: 'the segment',
      comment: 'the comment',
      review: 'the review',
      batch: 'the batch',
      candidate: 'the candidate',
      job: 'the job, unless it is one’s own,',
      person: 'the person, unless it is oneself,',
      key: 'the key, unless it is one’s own,',
      session: 'the session, unless it is one’s own,',
    },
    otherwise: {
      house: (named: boolean): string => (named ? 'in the house, where nothing is named' : 'in the house'),
      everywhere: (named: boolean): string =>
        named ? 'in the house and in every memory, where nothing is named' : 'in the house and in every memory',
      permitted: (named: boolean): string =>
        named
          ? 'wherever one has it, where nothing is named; the rest is left out'
          : 'wherever one has it; the rest is left out',
      own: (_named: boolean): string => 'for one’s own, whoever is signed in',
    },
    andInHouse: 'and in the house as well',
  },
  example: 'Example',
  needed: 'required',
  optional: 'may be absent',
  usual: 'When absent:',
  or: ' or ',
  types: {
    text: 'text',
    integer: 'whole number',
    number: 'number',
    boolean: 'true or false',
    any: 'anything',
    object: 'object',
    list: 'list, each entry:',
    emptyList: 'empty list',
  },
  ranges: {
    value: { between: between(''), from: from(''), upTo: upTo('') },
    length: { between: between(' characters'), from: from(' characters'), upTo: upTo(' characters') },
    entries: { between: between(' entries'), from: from(' entries'), upTo: upTo(' entries') },
  },
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'Not copied: mark the line and copy it yourself.',
  attempt: 'Try it',
  real: 'This is done for real, on what this server holds.',
  file: 'File',
  send: 'Send',
  sending: 'Sending…',
  unreachable: 'The server did not answer.',
  cut: 'Only the beginning is shown.',
  received: 'What was answered',
};

function between(unit: string) {
  return (least: number, most: number) => `${format.number(least)} to ${format.number(most)}${unit}`;
}

function from(unit: string) {
  return (least: number) => `at least ${format.number(least)}${unit}`;
}

function upTo(unit: string) {
  return (most: number) => `at most ${format.number(most)}${unit}`;
}
