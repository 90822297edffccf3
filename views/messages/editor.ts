import type { editor } from './en/editor.ts';

/** All that the editor says, in one language. */
export type EditorMessages = typeof editor;

/**
 * Loads the editor’s messages, of one language alone.
 * @param language as the page states it; anything but French is English
 */
export async function loadEditorMessages(language: string): Promise<EditorMessages> {
  return language === 'fr' ? (await import('./fr/editor.ts')).editor : (await import('./en/editor.ts')).editor;
}
