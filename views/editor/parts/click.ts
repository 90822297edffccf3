/** Where on the page a segment was clicked that is about to open, so that the cursor stands there. */
interface Click {
  readonly x: number;
  readonly y: number;
}

let click: Click | undefined;

export function leaveClick(x: number, y: number): void {
  click = { x, y };
}

/** The click, once. */
export function takeClick(): Click | undefined {
  const taken = click;
  click = undefined;
  return taken;
}
