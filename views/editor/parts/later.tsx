import type { ComponentType, VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Loads a part; the same function every time. */
type Load<Props extends object> = () => Promise<ComponentType<Props>>;

interface LaterProps<Props extends object> {
  readonly load: Load<Props>;
  readonly props: Props;
}

/** What has been loaded, so that it is drawn at once from then on. Each is kept under the function that loads it. */
const loaded = new WeakMap<object, unknown>();

/** A part that is loaded when it is first needed, so that the editor is there the sooner. */
export function Later<Props extends object>({ load, props }: LaterProps<Props>): VNode | null {
  const [, draw] = useState(0);
  const Part = loaded.get(load) as ComponentType<Props> | undefined;
  useLayoutEffect(() => {
    if (Part === undefined) void loadAhead(load).then(() => draw((times) => times + 1));
  }, [load]);
  return Part === undefined ? null : <Part {...props} />;
}

/** Loads a part that may soon be needed. Where the server cannot be reached, that is tried again when it is needed. */
export async function loadAhead<Props extends object>(load: Load<Props>): Promise<void> {
  const part = await load().catch(() => undefined);
  if (part !== undefined) loaded.set(load, part);
}
