import type { versions as english } from '../en/versions.ts';

export const versions: typeof english = {
  title: (number) => `Versions du segment ${number}`,
  by: (person, moment) => `${person}, ${moment}`,
  same: 'Ce qui s’y trouve maintenant.',
  restore: 'Rétablir',
  restored: 'L’ancienne version est rétablie ; l’annulation la retire.',
};
