import packageJson from '../package.json' with { type: 'json' };

/** The version of this Calque. */
export const VERSION: string = packageJson.version;
