import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import express from 'express';

/** A script or style sheet that a page asks for, by its path in the project: `views/editor/main.tsx`. */
export interface PageAsset {
  readonly url: string;
  /** What a script imports at once, to be fetched along with it. */
  readonly preload: readonly string[];
}

/** Finds the built file behind a source file. */
export type AssetFinder = (source: string) => PageAsset;

const FOLDER = fileURLToPath(new URL('./assets/', import.meta.url));
const YEAR = '365d';

/** Serves the built scripts and styles. Their names change with their content, so browsers may keep them for good. */
export function assetsHandler(): RequestHandler {
  return express.static(FOLDER, { immutable: true, maxAge: YEAR, index: false, redirect: false });
}

/** Reads the build's manifest once. */
export function assetFinder(): AssetFinder {
  const manifest = JSON.parse(readFileSync(`${FOLDER}manifest.json`, 'utf8')) as Readonly<
    Record<string, { readonly file: string; readonly chunks: readonly string[] }>
  >;
  return (source) => {
    const asset = manifest[source];
    if (asset === undefined) throw new Error(`The build holds nothing for ${source}.`);
    return { url: `/assets/${asset.file}`, preload: asset.chunks.map((file) => `/assets/${file}`) };
  };
}
