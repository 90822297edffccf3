import type { VNode } from 'preact';
import type { PageContext } from '../../assets.ts';
import { PATHS } from '../../paths.ts';
import type { FormState } from '../form.ts';
import { AdminFrame } from './frame.tsx';
import { KeyForm } from './key-form.tsx';
import { KeyTable } from './key-table.tsx';
import type { NamedPlace, ShownKey, ShownPerson } from './shown.ts';
import { ToldOnce } from './told-once.tsx';

interface KeysPageProps {
  readonly context: PageContext;
  readonly keys: readonly ShownKey[];
  readonly people: readonly ShownPerson[];
  readonly places: readonly NamedPlace[];
  readonly form: FormState;
  /** The key that was made a moment ago. */
  readonly made?: string;
}

/** Everybody's API keys. */
export function KeysPage({ context, keys, people, places, form, made }: KeysPageProps): VNode {
  const said = context.messages.administration.keys;
  return (
    <AdminFrame context={context} section="keys" title={said.title} lead={said.lead}>
      {made !== undefined && <ToldOnce title={said.made} text={said.madeText} label={said.key} value={made} />}
      <KeyTable keys={keys} places={places} as="administrator" people={people} />
      {people.length > 0 && <KeyForm action={PATHS.adminKeys} places={places} people={people} form={form} />}
    </AdminFrame>
  );
}
