import type { Role } from '../../../src/contract/roles.ts';

/** Signing in, and who may do what. */
export const accounts = {
  signIn: 'Sign in',
  signInLead: 'With the account that your administrator made for you.',
  signInAgain: 'Sign in to do this',
  signInAgainLead:
    'Nobody is signed in any more. Sign in, in another tab if you like, then go back in the browser and send the form again: what you entered is still there.',
  notSignedIn: 'You were not signed in',
  notKnownElsewhere:
    'You were not let in from there. Ask your administrator whether you have an account under that address.',
  email: 'E-mail address',
  password: 'Password',
  elsewhere: (name: string) => `Sign in with ${name}`,
  signOut: 'Sign out',
  account: 'Your account',
  accountLead: (name: string, role: Role) => `${name}, ${accounts.roles[role].toLowerCase()}`,
  changePassword: 'Another password',
  currentPassword: 'Present password',
  newPassword: 'New password',
  passwordHint: (least: number) => `At least ${least} characters; a sentence is easier to keep in mind than signs.`,
  passwordChanged: 'Your password was changed, and every other session of yours has ended.',
  passwordUnchanged: 'The password was not changed',
  roles: {
    none: 'No rights',
    reader: 'Reader',
    translator: 'Translator',
    reviewer: 'Reviewer',
    administrator: 'Administrator',
  } as Readonly<Record<Role, string>>,
};
