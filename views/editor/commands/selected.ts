/** What is selected inside a part of the page, by the name of the part; empty where nothing is. */
export function selectedIn(part: string): string {
  const selection = globalThis.getSelection?.();
  const inside = elementOf(selection?.anchorNode)?.closest(`[data-part="${part}"]`);
  return inside ? (selection?.toString().trim() ?? '') : '';
}

export function elementOf(node: Node | null | undefined): Element | null {
  return node instanceof Element ? node : (node?.parentElement ?? null);
}
