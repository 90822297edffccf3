import { CalqueError } from '../../../memory/model/errors.ts';
import type { NewKey } from '../../accounts/keys.ts';
import { newKey } from '../../contract/accounts.ts';
import { checkedForm } from './checked-form.ts';
import { placeIn } from './named-places.ts';

/** The key that a form asks for. @throws CalqueError `bad-request` */
export function keyIn({ name, role, place = '', expires = '' }: Readonly<Record<string, string>>, now: number): NewKey {
  const { personId: _, ...key } = checkedForm(newKey, {
    name,
    role,
    ...(place !== '' && { places: [placeIn(place)] }),
  });
  const day = expires.trim();
  return day === '' ? key : { ...key, expiresAt: endOf(day, now) };
}

/** @throws CalqueError `bad-request` for what is no day, or is over */
function endOf(day: string, now: number): string {
  const end = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T23:59:59.999Z`) : Number.NaN;
  const wrong = (message: string) => new CalqueError('bad-request', message, { where: 'expires' });
  if (Number.isNaN(end) || new Date(end).toISOString().slice(0, 10) !== day) {
    throw wrong('A day is written 2027-01-31.');
  }
  if (end <= now) throw wrong('That day is over.');
  return new Date(end).toISOString();
}
