import { fileURLToPath } from 'node:url';

/** The starter memory, which the build puts beside the server's bundle. */
export const STARTER_FILE = fileURLToPath(new URL('./starter/starter.tmx', import.meta.url));
