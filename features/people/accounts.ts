// Accounts: who signs in, and how. The library keeps them in a schema that the application's role cannot open.
import { betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import type pg from 'pg'

export type AccountSettings = {
  readonly pool: pg.Pool
  readonly secret: string
  readonly baseUrl: string
  readonly trustedOrigins: readonly string[]
  readonly isSecure: boolean
  readonly signInsPerMinute: number
}

const MINUTE = 60

/** User names are made from places and posts: lower-case letters, digits, dots and hyphens. */
export const USERNAME = /^[a-z0-9.-]{3,30}$/

/** Header in which the edge hands on the caller's address; whatever a caller writes there itself is thrown away. */
export const CLIENT_ADDRESS = 'x-kheo-client'

/** What the library offers and an office does not: signing up, signing in by e-mail, asking which user names there are, renaming oneself. */
const CLOSED = [
  '/sign-up/email',
  '/sign-in/email',
  '/is-username-available',
  '/request-password-reset',
  '/reset-password',
  '/send-verification-email',
  '/verify-email',
  '/update-user',
  '/change-email',
  '/delete-user',
] as const

/** A signed-in session is checked against the database at least this often; in between its signed cookie is enough. */
const SESSION_RECHECK_SECONDS = MINUTE

export function openAccounts(settings: AccountSettings) {
  return betterAuth({
    appName: 'Khéo',
    database: settings.pool,
    secret: settings.secret,
    baseURL: settings.baseUrl,
    basePath: '/api/auth',
    disabledPaths: [...CLOSED],
    trustedOrigins: [...settings.trustedOrigins],
    // Accounts are made by administrators: nobody signs up.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: {
      expiresIn: 12 * 60 * MINUTE,
      updateAge: 60 * MINUTE,
      cookieCache: { enabled: true, maxAge: SESSION_RECHECK_SECONDS },
    },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: MINUTE,
      max: Math.max(120, settings.signInsPerMinute),
      customRules: {
        '/sign-in/username': { window: MINUTE, max: settings.signInsPerMinute },
        '/two-factor/verify-totp': { window: MINUTE, max: 10 },
      },
    },
    advanced: {
      useSecureCookies: settings.isSecure,
      cookiePrefix: 'kheo',
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [username({ usernameValidator: (name) => USERNAME.test(name) }), twoFactor({ issuer: 'Khéo' })],
  })
}

export type Accounts = ReturnType<typeof openAccounts>

export type Account = {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly hasSecondFactor: boolean
}

/** The account of a request's session cookie, or undefined. */
export async function findSession(accounts: Accounts, headers: Headers): Promise<Account | undefined> {
  const session = await accounts.api.getSession({ headers })
  if (session === null) return undefined
  const user = session.user as { id: string; name: string; username?: string | null; twoFactorEnabled?: boolean | null }
  return {
    id: user.id,
    name: user.name,
    username: user.username ?? '',
    hasSecondFactor: user.twoFactorEnabled === true,
  }
}

export async function findAccount(pool: pg.Pool, name: string): Promise<Account | undefined> {
  const { rows } = await pool.query<Account>(
    'select id, name, username, coalesce("twoFactorEnabled", false) as "hasSecondFactor" from "user" where username = $1',
    [name],
  )
  return rows[0]
}

export async function listAccounts(pool: pg.Pool, ids: readonly string[]): Promise<Account[]> {
  const { rows } = await pool.query<Account>(
    'select id, name, username, coalesce("twoFactorEnabled", false) as "hasSecondFactor" from "user" where id = any($1)',
    [[...ids]],
  )
  return rows
}

/**
 * Makes an account with a password. The library insists on an e-mail address; offices have one account a post, so the
 * address is made from the user name under a name that no mail ever reaches.
 */
export async function createAccount(
  accounts: Accounts,
  given: { username: string; name: string; password: string },
): Promise<string> {
  const context = await accounts.$context
  const user = await context.internalAdapter.createUser(
    {
      email: `${given.username}@kheo.invalid`,
      emailVerified: false,
      name: given.name,
      username: given.username,
      displayUsername: given.username,
    },
    { method: 'admin' },
  )
  const password = await context.password.hash(given.password)
  await context.internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password })
  return user.id
}
