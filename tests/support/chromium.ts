import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../../src/build/root.ts';

const UNPACK = fileURLToPath(new URL('./unpack-chromium.mjs', import.meta.url));

/** A Chromium that is ready to be launched. */
export interface Chromium {
  readonly executablePath: string;
  /** What its process needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` into `node_modules/.cache`, once a version, and says how to start it.
 *
 * The package knows one place to unpack to, the folder for temporary files, and adds the libraries that a bare machine
 * lacks (libnss3 and others) only on Amazon's. So it is run in a process of its own with a fresh folder for its
 * temporary files and as if on Amazon Linux. The folder is then renamed into its place: of two runs at once one wins,
 * and neither ever sees a half-unpacked browser.
 */
export async function unpackChromium(cache = join(PROJECT_ROOT, 'node_modules', '.cache')): Promise<Chromium> {
  const folder = join(cache, `chromium-${await packageVersion()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

async function packageVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = join(dirname(entry), '..', '..', 'package.json');
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version;
}

async function unpackInto(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  try {
    const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    await promisify(execFile)(process.execPath, [UNPACK], { env });
    await writeFile(join(fresh, 'fonts', 'fonts.conf'), fontSettings(join(folder, 'fonts')));
    await rename(fresh, folder);
  } catch (error) {
    // Another run may have been quicker; then its folder is as good as ours.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** The packaged font comes first, so that pages look the same everywhere; the machine's own fill in what it lacks. */
function fontSettings(fonts: string): string {
  const preferred = {
    'sans-serif': 'Open Sans',
    'system-ui': 'Open Sans',
    serif: 'DejaVu Serif',
    monospace: 'DejaVu Sans Mono',
  };
  const aliases = Object.entries(preferred).map(
    ([family, font]) =>
      `  <alias binding="strong"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(fonts, 'cache')}</cachedir>
${aliases.join('\n')}
</fontconfig>
`;
}
