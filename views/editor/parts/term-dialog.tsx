import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TERM_STATUSES } from '../../../memory/model/term-status.ts';
import type { Termbase } from '../../../memory/model/termbase.ts';
import { createClient, ProblemError } from '../../../src/contract/client.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import type { EditorState } from '../state/state.ts';
import { useSurroundings } from './context.ts';
import { Modal } from './modal.tsx';

interface TermDialogProps {
  readonly state: EditorState;
  readonly onClose: () => void;
}

/** Adds an entry to a termbase: a term of the source and what it is called in the target, or is not to be called. */
export function TermDialog({ state, onClose }: TermDialogProps): VNode {
  const { session, messages } = useSurroundings();
  const { terms: said } = messages;
  const { sourceLanguage, targetLanguage, beginsTermbase } = state.place;
  const [termbases, setTermbases] = useState<readonly Termbase[]>();
  const [fault, setFault] = useState<string>();
  const tell = (error: unknown) =>
    setFault(
      error instanceof ProblemError
        ? messages.tellError(error.problem.code, error.problem.detail)
        : messages.news.noAnswer,
    );
  useEffect(() => {
    createClient()('listTermbases', {}).then(
      ({ items }) => setTermbases(items),
      () => setFault(messages.news.noAnswer),
    );
  }, [messages]);
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const field = (name: string) => String(form.get(name) ?? '').trim();
    const status = TERM_STATUSES.find((one) => one === field('status')) ?? 'preferred';
    try {
      const call = createClient();
      const named = Number(field('termbase'));
      const termbaseId = named || (await call('createTermbase', { body: { name: said.usualTermbase } })).id;
      const definition = field('definition');
      await call('createTerm', {
        body: {
          termbaseId,
          ...(definition && { definition }),
          terms: [
            { language: sourceLanguage, text: field('source') },
            { language: targetLanguage, text: field('target'), status },
          ],
        },
      });
      session.memoryChanged();
      session.announce(said.added(field('source')));
      onClose();
    } catch (error) {
      tell(error);
    }
  };
  if (termbases?.length === 0 && !beginsTermbase) {
    return (
      <Modal title={said.add} small onClose={onClose}>
        <p>{said.noTermbase}</p>
      </Modal>
    );
  }
  return (
    <Modal title={said.add} small onClose={onClose}>
      <form class="form" onSubmit={(event) => void add(event)}>
        {fault !== undefined && <Notice tone="danger" title={fault} />}
        <Field name="source" label={said.inSource} value={state.term?.source} language={sourceLanguage} />
        <Field name="target" label={said.inTarget} value={state.term?.target} language={targetLanguage} />
        <div class="field">
          <label for="term-status">{said.status}</label>
          <select class="input" id="term-status" name="status">
            {TERM_STATUSES.map((one) => (
              <option key={one} value={one}>
                {said.statuses[one]}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="term-definition">{said.definition}</label>
          <textarea class="textarea" id="term-definition" name="definition" rows={2} maxLength={5000} />
        </div>
        {termbases !== undefined && termbases.length > 1 && (
          <div class="field">
            <label for="term-termbase">{said.termbase}</label>
            <select class="input" id="term-termbase" name="termbase">
              {termbases.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        {termbases?.length === 1 && <input type="hidden" name="termbase" value={termbases[0]?.id} />}
        <div class="form-actions">
          <Button type="submit" look="primary">
            {said.submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly language: string;
}

function Field({ name, label, value = '', language }: FieldProps): VNode {
  return (
    <div class="field">
      <label for={`term-${name}`}>{label}</label>
      <input
        class="input"
        id={`term-${name}`}
        name={name}
        type="text"
        lang={language}
        maxLength={500}
        defaultValue={value}
        autocomplete="off"
        required
      />
    </div>
  );
}
