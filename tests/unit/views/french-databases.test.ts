import { expect, it } from 'vitest';
import { databasesNamed } from '../../../views/messages/french-databases.ts';

it('names databases in French', () => {
  expect(databasesNamed(['archives at db1:5432', 'chat at noir at this machine'])).toBe(
    'archives sur db1:5432, chat at noir sur cette machine',
  );
});
