import type { VNode } from 'preact';
import type { Memory } from '../../../memory/model/unit.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { TextField } from '../../components/field.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { memoryPath } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';
import { UnitFilters } from '../unit-filters.tsx';

interface UnitSearchProps {
  readonly memory: Memory;
  readonly form: FormState;
}

/** Which units of a memory are shown. The address says all of it. */
export function UnitSearch({ memory, form }: UnitSearchProps): VNode {
  const { managing: said, memories } = usePageMessages();
  return (
    <search>
      <form class="form sheet" method="get" action={memoryPath(memory.id)}>
        <ErrorSummary title={said.filterFailed} faults={form.faults} />
        <TextField {...fieldState(form, 'text')} name="text" label={memories.one.search} maxLength={500} />
        <UnitFilters form={form} place="units" />
        <div class="form-actions">
          <Button type="submit" icon="search">
            {memories.one.searchSubmit}
          </Button>
        </div>
      </form>
    </search>
  );
}
