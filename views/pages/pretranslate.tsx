import type { VNode } from 'preact';
import type { Project } from '../../memory/model/project.ts';
import { Button } from '../components/button.tsx';
import { Choices } from '../components/field.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { projectPath } from '../paths.ts';

/** The least rates of fuzzy matches that can be chosen. */
export const FUZZY_RATES: readonly string[] = ['95', '85', '75'];

/** Has the empty targets of a project filled, in the background. */
export function Pretranslate({ project }: { readonly project: Project }): VNode {
  const said = usePageMessages().projects.pretranslate;
  return (
    <details>
      <summary>{said.title}</summary>
      <form
        class="form sheet"
        method="post"
        action={`${projectPath(project.id)}/pretranslate`}
        encType="multipart/form-data"
      >
        <p>{said.text}</p>
        <Choices
          legend={said.fuzzy}
          name="fuzzy"
          pick="one"
          options={[
            { value: 'none', label: said.noFuzzy },
            ...FUZZY_RATES.map((rate) => ({ value: rate, label: said.from(Number(rate)) })),
          ]}
          chosen={['none']}
        />
        <Choices
          legend={said.machine}
          name="machine"
          pick="one"
          options={[
            { value: 'no', label: said.noMachine },
            { value: 'yes', label: said.withMachine },
          ]}
          chosen={['no']}
        />
        <div class="form-actions">
          <Button type="submit" look="primary">
            {said.submit}
          </Button>
        </div>
      </form>
    </details>
  );
}
