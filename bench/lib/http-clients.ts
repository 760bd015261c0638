// Signed-in HTTP clients that keep their connections; each sends JSON and reads the reply. Cheaper than fetch, so that the bench itself takes little of the machine.
import { Agent, request } from 'node:http'

export type Reply = { readonly status: number; readonly cookies: readonly string[]; readonly text: string }

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

export function post(
  port: number,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  return new Promise((done, fail) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      },
      (reply) => {
        const chunks: Buffer[] = []
        reply.on('data', (chunk: Buffer) => chunks.push(chunk))
        reply.on('error', fail)
        reply.on('end', () =>
          done({
            status: reply.statusCode ?? 0,
            cookies: reply.headers['set-cookie'] ?? [],
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })
}

/** The cookie header of a session begun with a user name and a password. */
export async function signIn(port: number, origin: string, username: string, password: string): Promise<string> {
  const reply = await post(port, '/api/auth/sign-in/username', JSON.stringify({ username, password }), { origin })
  if (reply.status !== 200) throw new Error(`sign-in: ${reply.status} ${reply.text}`)
  return reply.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

export const closeClients = (): void => agent.destroy()
