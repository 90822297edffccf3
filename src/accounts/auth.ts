import { randomBytes } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins';
import type { Engine } from './database.ts';
import type { AuthSettings, OidcSettings } from './settings.ts';
import {
  ADDRESS_HEADER,
  ATTEMPTS_PER_MINUTE,
  AUTH_PATH,
  FAILED,
  LED_PER_MINUTE,
  OIDC_PROVIDER,
  PASSWORD_LENGTH,
} from './settings.ts';
import type { AccountsDatabase } from './tables.ts';

/** In seconds: a session ends when it was not used for so long. */
const SESSION_LASTS = 7 * 24 * 3600;
const RENEWED_AFTER = 24 * 3600;

const SECRET = 'accounts-secret';

/** The library, over the tables of the migration. It is asked in process; nothing of it listens. */
export async function createAuth(database: AccountsDatabase, engine: Engine, { url, oidc }: AuthSettings) {
  return betterAuth({
    appName: 'Calque',
    baseURL: url,
    basePath: AUTH_PATH,
    secret: await secretOf(database),
    database: { db: database, type: engine },
    telemetry: { enabled: false },
    // Where a way through the provider leads that cannot be told from any other; what the database says is not made an answer of.
    onAPIError: { errorURL: `${url}${FAILED}`, throw: true },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    user: {
      modelName: 'people',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', input: false, required: true, defaultValue: oidc?.newRole ?? 'none' },
        disabled: { type: 'boolean', input: false, required: true, defaultValue: false },
      },
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: SESSION_LASTS,
      updateAge: RENEWED_AFTER,
    },
    account: {
      modelName: 'sign_in_ways',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      // Whoever the provider says has the address of a person is that person, unless it says that it has not looked.
      accountLinking: { enabled: true },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'sign_in_attempts',
      fields: { lastRequest: 'last_request' },
      customRules: {
        '/sign-in/email': { window: 60, max: ATTEMPTS_PER_MINUTE },
        '/sign-in/social': { window: 60, max: LED_PER_MINUTE },
      },
    },
    advanced: {
      cookiePrefix: 'calque',
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => user.emailVerified && { data: { ...user, name: await freeName(database, user) } },
        },
      },
      session: { create: { before: (session) => isEnabled(database, session.userId) } },
    },
    plugins: oidc === undefined ? [] : [oidcSignIn(oidc)],
  });
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;

function oidcSignIn({ name, discoveryUrl, clientId, clientSecret, newRole }: OidcSettings) {
  return genericOAuth({
    config: [
      {
        providerId: OIDC_PROVIDER,
        name,
        discoveryUrl,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        // Some never say it; one that says no lets anybody claim any address.
        mapProfileToUser: ({ email_verified: verified }) => ({ emailVerified: String(verified) !== 'false' }),
        disableSignUp: newRole === undefined,
      },
    ],
  });
}

/** Names stand in histories: no two people share one. */
async function freeName(database: AccountsDatabase, { name, email }: { name: string; email: string }): Promise<string> {
  const taken = await database
    .selectFrom('people')
    .select('id')
    .where((where) => where.fn<string>('lower', ['name']), '=', name.toLowerCase())
    .executeTakeFirst();
  return taken === undefined && name.trim() !== '' ? name : email;
}

async function isEnabled(database: AccountsDatabase, id: string): Promise<boolean> {
  const person = await database.selectFrom('people').select('disabled').where('id', '=', id).executeTakeFirst();
  return person !== undefined && !person.disabled;
}

/** What cookies are signed with: made once, kept with the sessions themselves. */
async function secretOf(database: AccountsDatabase): Promise<string> {
  await database
    .insertInto('settings')
    .values({ name: SECRET, value: JSON.stringify(randomBytes(32).toString('base64url')) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await database
    .selectFrom('settings')
    .select('value')
    .where('name', '=', SECRET)
    .executeTakeFirstOrThrow();
  return JSON.parse(value) as string;
}
