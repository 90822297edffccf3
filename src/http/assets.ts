import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import express from 'express';
import type { FindAsset } from '../../views/assets.ts';

const FOLDER = fileURLToPath(new URL('./assets/', import.meta.url));

/** Serves the built scripts and styles. Their names change with their content, so browsers may keep them for good. */
export function assetsHandler(): RequestHandler {
  return express.static(FOLDER, { immutable: true, maxAge: '365d', index: false, redirect: false });
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
