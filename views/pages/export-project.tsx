import type { VNode } from 'preact';
import type { Project } from '../../memory/model/project.ts';
import { Button } from '../components/button.tsx';
import { SelectField } from '../components/field.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { EXPORTS } from '../paths.ts';
import { FUZZY_RATES } from './pretranslate.tsx';

/** Exports a project in the form that another tool wants. */
export function ExportProject({ project }: { readonly project: Project }): VNode {
  const { exporting: said, pretranslate } = usePageMessages().projects;
  return (
    <details>
      <summary>{said.title}</summary>
      <form class="form sheet" method="get" action={EXPORTS}>
        <input type="hidden" name="project" value={project.id} />
        <SelectField
          name="format"
          label={said.format}
          value="xliff"
          options={[
            { value: 'xliff', label: 'XLIFF 1.2' },
            { value: 'xliff2', label: 'XLIFF 2.0' },
            { value: 'tmx', label: 'TMX 1.4b' },
            { value: 'xlsx', label: said.workbook },
            { value: 'csv', label: 'CSV' },
          ]}
        />
        <SelectField
          name="tool"
          label={said.tool}
          value="any"
          options={[
            { value: 'any', label: said.anyTool },
            { value: 'omegat', label: 'OmegaT' },
          ]}
          hint={said.toolHint}
        />
        <SelectField
          name="candidates"
          label={said.candidates}
          value="yes"
          options={[
            { value: 'yes', label: said.with },
            { value: 'no', label: said.without },
          ]}
        />
        <SelectField
          name="fuzzy"
          label={said.fuzzy}
          options={[
            { value: '', label: said.asSuggestions },
            ...FUZZY_RATES.map((rate) => ({ value: rate, label: pretranslate.from(Number(rate)) })),
          ]}
        />
        <SelectField
          name="machine"
          label={said.machine}
          value="no"
          options={[
            { value: 'no', label: said.asSuggestions },
            { value: 'yes', label: pretranslate.withMachine },
          ]}
        />
        <SelectField
          name="level"
          label={said.level}
          value="2"
          options={[
            { value: '2', label: said.withCodes },
            { value: '1', label: said.textsAlone },
          ]}
        />
        <SelectField
          name="convention"
          label={said.convention}
          value="none"
          options={[
            { value: 'none', label: said.ownAlone },
            { value: 'trados', label: 'Trados' },
            { value: 'memoq', label: 'memoQ' },
          ]}
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
