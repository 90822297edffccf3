import type { Role } from '../../../src/contract/roles.ts';
import type { accounts as english } from '../en/accounts.ts';

export const accounts: typeof english = {
  signIn: 'Se connecter',
  signInLead: 'Avec le compte que l’administrateur vous a ouvert.',
  signInAgain: 'Connectez-vous pour continuer',
  signInAgainLead:
    'Plus personne n’est connecté. Connectez-vous, dans un autre onglet si vous voulez, puis revenez en arrière dans le navigateur et renvoyez le formulaire : ce que vous aviez saisi y est encore.',
  notSignedIn: 'La connexion a échoué',
  notKnownElsewhere:
    'Ce service ne vous a pas ouvert l’accès. Demandez à l’administrateur si vous avez un compte à cette adresse.',
  email: 'Adresse électronique',
  password: 'Mot de passe',
  elsewhere: (name: string) => `Se connecter avec ${name}`,
  signOut: 'Se déconnecter',
  account: 'Votre compte',
  accountLead: (name: string, role: Role) => `${name}, ${accounts.roles[role].toLowerCase()}`,
  changePassword: 'Changer de mot de passe',
  currentPassword: 'Mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  passwordHint: (least: number) => `Au moins ${least} caractères ; une phrase se retient mieux que des signes.`,
  passwordChanged: 'Votre mot de passe a été changé, et toutes vos autres sessions sont closes.',
  passwordUnchanged: 'Le mot de passe n’a pas été changé',
  roles: {
    none: 'Aucun droit',
    reader: 'Lecteur',
    translator: 'Traducteur',
    reviewer: 'Réviseur',
    administrator: 'Administrateur',
  },
};
