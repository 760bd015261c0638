// Signing in and out, passwords and the second factor: the account service's own endpoints, outside our contracts.
import { CallRefused } from '@kheo/kit/client.ts'

/** @throws CallRefused by status and the service's code; TypeError when it cannot be reached */
async function post(path: string, body: Readonly<Record<string, string>>): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`/api/auth${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json().catch(() => ({}))
  const fields = typeof answer === 'object' && answer !== null ? (answer as Readonly<Record<string, unknown>>) : {}
  if (!response.ok) throw new CallRefused(response.status, { code: String(fields['code'] ?? 'unknown') })
  return fields
}

export const auth = {
  /** True when a second factor is still asked for. */
  signIn: async (username: string, password: string): Promise<boolean> =>
    (await post('/sign-in/username', { username, password }))['twoFactorRedirect'] === true,
  verify: (code: string) => post('/two-factor/verify-totp', { code }),
  signOut: () => post('/sign-out', {}),
  changePassword: (currentPassword: string, newPassword: string) =>
    post('/change-password', { currentPassword, newPassword }),
  enable: async (password: string): Promise<{ readonly uri: string; readonly codes: readonly string[] }> => {
    const answer = await post('/two-factor/enable', { password })
    const codes = Array.isArray(answer['backupCodes']) ? answer['backupCodes'].map(String) : []
    return { uri: String(answer['totpURI'] ?? ''), codes }
  },
  disable: (password: string) => post('/two-factor/disable', { password }),
}
