/** Where MyMemory’s protocol is spoken. */
export const MYMEMORY_BASE = '/mymemory';
