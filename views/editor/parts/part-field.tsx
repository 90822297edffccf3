import type { ComponentChildren, VNode } from 'preact';

interface PartFieldProps {
  /** Tells it apart on the page: `suggestion 0`. */
  readonly name: string;
  readonly label: string;
  readonly language: string;
  /** Enter in it. */
  readonly onInsert: () => void;
  readonly children: ComponentChildren;
}

/** A text of which a part can be selected, to be inserted. */
export function PartField({ name, label, language, onInsert, children }: PartFieldProps): VNode {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    onInsert();
  };
  return (
    // As a field, though one that nothing is written in: so that a part can be selected by key.
    // biome-ignore lint/a11y/useSemanticElements: a text area shows no marks
    <div
      class="text suggestion-target part-field"
      lang={language}
      dir="auto"
      data-part={name}
      role="textbox"
      aria-readonly="true"
      aria-multiline="true"
      aria-label={label}
      tabIndex={0}
      contentEditable
      inputMode="none"
      spellcheck={false}
      onBeforeInput={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}
