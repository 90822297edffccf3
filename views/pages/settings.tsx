import type { VNode } from 'preact';
import { type HouseRules, STYLE_CHOICES, STYLE_PARTS } from '../../memory/checks/house-rules.ts';
import { CHECKS } from '../../memory/checks/table.ts';
import type { Language } from '../../memory/model/language.ts';
import type { PageContext } from '../assets.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { PATHS } from '../paths.ts';
import type { FormState } from './form.ts';
import { type MachineCost, MachineSettings } from './machine-settings.tsx';

interface SettingsPageProps {
  readonly context: PageContext;
  readonly rules: HouseRules;
  /** The rules were saved a moment ago. */
  readonly saved: boolean;
  readonly cost: MachineCost;
  /** The settings of the machine as they stand in their form. */
  readonly machineForm: FormState;
}

/** What the house has decided, and what a person has for this browser. */
export function SettingsPage({ context, rules, saved, cost, machineForm }: SettingsPageProps): VNode {
  const { settings: said } = context.messages;
  return (
    <Layout
      context={context}
      title={said.title}
      section="settings"
      width="narrow"
      scripts={['views/settings/client.tsx']}
    >
      <PageHead title={said.title} lead={said.lead} />
      <div class="stack-loose">
        {saved && <Notice tone="good" title={said.saved} />}
        <section>
          <h2>{said.yours}</h2>
          <div id="personal">
            <noscript>
              <p>{said.needsScript}</p>
            </noscript>
          </div>
        </section>
        {context.may('administrator') && (
          <>
            <HouseSettings rules={rules} />
            <MachineSettings cost={cost} form={machineForm} />
            {context.person === undefined && <Accounts />}
          </>
        )}
      </div>
    </Layout>
  );
}

/** What holds for everybody. */
function HouseSettings({ rules }: { readonly rules: HouseRules }): VNode {
  const { settings: said } = usePageMessages();
  return (
    <form class="form" method="post" action={PATHS.settings} encType="multipart/form-data">
      <h2>{said.house}</h2>
      <StyleFields language="fr" rules={rules} />
      <StyleFields language="en" rules={rules} />
      <CheckFields rules={rules} />
      <div class="form-actions">
        <Button type="submit" look="primary">
          {said.save}
        </Button>
      </div>
    </form>
  );
}

/** The way to accounts, as long as there are none. */
function Accounts(): VNode {
  const { open: said } = usePageMessages().administration;
  return (
    <section>
      <h2>{said.title}</h2>
      <p>{said.text}</p>
      <p>
        <LinkButton href={PATHS.administration}>{said.make}</LinkButton>
      </p>
    </section>
  );
}

interface StyleFieldsProps {
  readonly language: Language;
  readonly rules: HouseRules;
}

/** How a language is set. */
function StyleFields({ language, rules }: StyleFieldsProps): VNode {
  const { settings: said } = usePageMessages();
  return (
    <fieldset class="field-group">
      <legend class="field-legend">{said.typography[language]}</legend>
      {STYLE_PARTS.map((part) => {
        const name = `style.${language}.${part}`;
        const choices: readonly (keyof typeof said.choices)[] = ['usual', ...STYLE_CHOICES[part]];
        return (
          <div class="field" key={part}>
            <label for={name}>{said.style[part]}</label>
            <select class="input" id={name} name={name}>
              {choices.map((choice) => (
                <option key={choice} value={choice} selected={(rules.style[language]?.[part] ?? 'usual') === choice}>
                  {said.choices[choice]}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </fieldset>
  );
}

/** How seriously each check is taken. */
function CheckFields({ rules }: { readonly rules: HouseRules }): VNode {
  const { checks, settings: said } = usePageMessages();
  return (
    <section class="sheet sheet-flush">
      <Table
        caption={`${said.checks}. ${said.checksLead}`}
        columns={[
          { label: said.check, kind: 'heading', cell: ({ code }) => <label for={code}>{checks.titles[code]}</label> },
          {
            label: said.severity,
            cell: ({ code, severity }) => (
              <select class="input" id={code} name={`check.${code}`}>
                {(['error', 'warning', 'off'] as const).map((choice) => (
                  <option key={choice} value={choice} selected={(rules.checks[code] ?? severity) === choice}>
                    {said.severities[choice]}
                  </option>
                ))}
              </select>
            ),
          },
        ]}
        rows={CHECKS}
        rowKey={({ code }) => code}
      />
    </section>
  );
}
