import type { VNode } from 'preact';
import { Notice } from '../../components/notice.tsx';

interface ToldOnceProps {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly value: string;
}

/** A secret that is shown this once, in a field from which it is copied. */
export function ToldOnce({ title, text, label, value }: ToldOnceProps): VNode {
  return (
    <Notice tone="good" title={title}>
      <p id="told-once-hint">{text}</p>
      <label for="told-once">{label}</label>
      <input id="told-once" class="input" type="text" readOnly value={value} aria-describedby="told-once-hint" />
    </Notice>
  );
}
