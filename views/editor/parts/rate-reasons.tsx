import type { VNode } from 'preact';
import type { Match, Penalty } from '../../../memory/model/match.ts';

const NAMES: Readonly<Record<Penalty['name'], string>> = {
  memory: 'this memory counts less',
  alignment: 'the sentences were paired by the program, unseen',
  machine: 'it was translated by a machine',
  reverse: 'the stored translation goes the other way round',
  draft: 'nobody has confirmed it',
  age: 'it is old',
  codes: 'the inline codes differ',
};

/** How a rate came about: what the texts alone come to, and what was taken off. */
export function RateReasons({ match }: { readonly match: Match }): VNode {
  return (
    <dl class="reasons">
      <dt>Texts alone</dt>
      <dd class="figures">{match.grossRate} %</dd>
      {match.penalties.map(({ name, points }) => [
        <dt key={name}>{NAMES[name]}</dt>,
        <dd class="figures">−{points}</dd>,
      ])}
      <dt>Rate</dt>
      <dd class="figures">{match.rate} %</dd>
    </dl>
  );
}
