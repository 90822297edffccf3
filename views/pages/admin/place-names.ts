import { usePageMessages } from '../../messages/use-page-messages.ts';
import type { NamedPlace } from './shown.ts';

/** What places are called, by their keys. */
export function usePlaceNames(places: readonly NamedPlace[]): (key: string) => string {
  const { rights: said } = usePageMessages().administration;
  const names = new Map(places.map(({ key, kind, name }) => [key, said[kind](name)]));
  return (key) => names.get(key) ?? said.gone;
}
