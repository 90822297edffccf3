// Run by npm after an installation, so that the command line works at once. Plain JavaScript, since it must also run
// where the development dependencies were left out; nothing can be built there, and that is no error.
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

function isInstalled(name) {
  try {
    resolve(name);
    return true;
  } catch {
    return false;
  }
}

if (isInstalled('tsx/esm/api') && isInstalled('esbuild')) {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./main.ts');
} else {
  console.error('Not built: the development dependencies are not installed.');
}
