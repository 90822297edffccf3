import type { VNode } from 'preact';
import { insertCodes, missingCodes } from '../commands/coding.ts';
import type { Row } from '../state/row.ts';
import { codeLabel, codeTitle } from '../target/codes.ts';
import { useSurroundings, useTooltip } from './context.ts';

/** The inline codes that the target still lacks, each to be inserted by a click. */
export function MissingCodes({ row }: { readonly row: Row }): VNode | null {
  const { session, messages } = useSurroundings();
  const tooltip = useTooltip();
  const missing = missingCodes(row);
  if (missing.length === 0) return null;
  return (
    <fieldset class="missing-codes">
      <legend class="small quiet">{messages.segments.missingCodes}</legend>
      {missing.map((code, place) => (
        <button
          key={`${code.form} ${code.id}`}
          type="button"
          class="character code-button"
          title={
            place === 0 ? tooltip(codeTitle(code, messages.segments), 'nextCode') : codeTitle(code, messages.segments)
          }
          onClick={() => insertCodes(session, [code])}
        >
          {codeLabel(code)}
        </button>
      ))}
    </fieldset>
  );
}
