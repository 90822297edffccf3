import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface LaterProps<Props extends object> {
  /** Loads the part; the same function every time. */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
}

/** A part that is loaded when it is first needed, so that the editor is there the sooner. */
export function Later<Props extends object>({ load, props }: LaterProps<Props>): VNode | null {
  const [part, setPart] = useState<{ readonly Part: ComponentType<Props> }>();
  useEffect(() => {
    void load().then((Part) => setPart({ Part }));
  }, [load]);
  return part === undefined ? null : <part.Part {...props} />;
}
