import { readdirSync, readFileSync } from 'node:fs';
import { extname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import express from 'express';
import type { FindAsset } from '../../views/assets.ts';

const FOLDER = fileURLToPath(new URL('./assets/', import.meta.url));

/**
 * Serves the built scripts and styles; what the build has packed, to whoever takes gzip, packed. Their names change with
 * their content, so browsers may keep them for good.
 */
export function assetsHandler(): RequestHandler {
  const serve = express.static(FOLDER, { immutable: true, maxAge: '365d', index: false, redirect: false });
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  const packed = new Set(files.filter((file) => file.endsWith('.gz')).map((file) => `/${file.replaceAll(sep, '/')}`));
  return (request, response, next) => {
    const wanted = `${request.path}.gz`;
    if (packed.has(wanted)) {
      response.vary('accept-encoding');
      if (request.acceptsEncodings('gzip') === 'gzip') {
        response.type(extname(request.path)).set('content-encoding', 'gzip');
        request.url = wanted;
      }
    }
    serve(request, response, next);
  };
}

/** Reads the build's manifest, once. */
export function assetFinder(): FindAsset {
  const manifest = JSON.parse(readFileSync(`${FOLDER}manifest.json`, 'utf8')) as Readonly<
    Record<string, { readonly file: string; readonly chunks: readonly string[] }>
  >;
  return (entry) => {
    const asset = manifest[entry];
    if (asset === undefined) throw new Error(`The build holds nothing for ${entry}.`);
    return { url: `/assets/${asset.file}`, preload: asset.chunks.map((file) => `/assets/${file}`) };
  };
}
