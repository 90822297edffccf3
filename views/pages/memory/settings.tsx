import type { VNode } from 'preact';
import type { Memory } from '../../../memory/model/unit.ts';
import type { PageContext } from '../../assets.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Choices, TextField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { memoryDeletePath, memoryWorkPath } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';
import { MemoryFrame } from './memory-head.tsx';

interface MemorySettingsPageProps {
  readonly context: PageContext;
  readonly memory: Memory;
  readonly form: FormState;
  readonly saved: boolean;
}

/** What a memory is called, how much its matches are worth, whether it can be changed, and the way to be rid of it. */
export function MemorySettingsPage({ context, memory, form, saved }: MemorySettingsPageProps): VNode {
  const said = context.messages.managing.settings;
  return (
    <MemoryFrame context={context} memory={memory} section="settings" title={said.title} lead={memory.name}>
      {saved && <Notice tone="good" title={said.saved} />}
      <form
        class="form sheet"
        method="post"
        action={memoryWorkPath(memory.id, 'settings')}
        encType="multipart/form-data"
      >
        <ErrorSummary title={said.failed} faults={form.faults} />
        <TextField {...fieldState(form, 'name')} name="name" label={said.name} maxLength={200} required />
        <div class="field-row">
          <TextField
            {...fieldState(form, 'priority')}
            name="priority"
            label={said.priority}
            hint={said.priorityHint}
            required
          />
          <TextField
            {...fieldState(form, 'penalty')}
            name="penalty"
            label={said.penalty}
            hint={said.penaltyHint}
            required
          />
        </div>
        <Choices
          legend={said.protection}
          name="readOnly"
          pick="any"
          options={[{ value: 'yes', label: said.readOnly }]}
          chosen={[form.values['readOnly'] ?? '']}
        />
        <div class="form-actions">
          <Button type="submit" look="primary">
            {said.save}
          </Button>
        </div>
      </form>
      {!memory.readOnly && (
        <details>
          <summary>{said.remove}</summary>
          <form class="form sheet" method="post" action={memoryDeletePath(memory.id)}>
            <p>{said.removeText(memory.unitCount)}</p>
            <div class="form-actions">
              <Button type="submit" look="danger">
                {said.removeSubmit(memory.name)}
              </Button>
            </div>
          </form>
        </details>
      )}
    </MemoryFrame>
  );
}
