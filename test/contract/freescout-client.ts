/** A FreeScout to be tested: the emulator, or a real one. */
export type ServerUnderTest = {
  url: string
  apiKey: string
  /** The address of the agent who signs; by default the first that the server lists. */
  user?: string
  close?: () => Promise<void>
}

/** A ticket as far as the contract goes. */
export type TicketShown = {
  id: number
  number: number
  threadsCount: number
  status: string
  subject: string
  preview: string
  mailboxId: number
  createdBy: { type: string; email: string }
  createdAt: string
  updatedAt: string
  closedBy: number | null
  closedAt: string | null
  source: { type: string; via: string }
  _embedded: {
    threads: { id: number; type: string; body: string | null; action: { type: string } }[]
    tags?: { id: number; name: string }[]
  }
  customFields: { id: number; name: string; value: string; text: string }[]
}

/** An answer, its body parsed when it is JSON. The caller says what it takes it for. */
export type Answer<T> = { status: number; headers: Headers; body: T }

/** A bare client of FreeScout's API. It throws nothing: the contract is about what is answered. */
export type Client = <T = unknown>(method: string, path: string, body?: unknown) => Promise<Answer<T>>

/** A client of `server`. A string is sent as it is, anything else as JSON. */
export function createClient({ url, apiKey }: Pick<ServerUnderTest, 'url' | 'apiKey'>): Client {
  return async (method, path, body) => {
    const answer = await fetch(`${url.replace(/\/+$/, '')}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-freescout-api-key': apiKey },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json')
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text }
  }
}

type Field = { id: number; name: string; type: string; options: Record<string, string> | null }

/** What the contract needs of an instance: an agent, and two mailboxes with the same custom field. */
export type ServerParts = {
  user: { id: number; email: string }
  here: { id: number; email: string; field: Field; dropdown: Field | undefined }
  there: { id: number; email: string; field: Field }
}

/** Finds an agent and two mailboxes that both have the field `github_issue_url`; throws, saying what is missing. */
export async function discover(client: Client, server: ServerUnderTest): Promise<ServerParts> {
  const query = server.user ? `?email=${encodeURIComponent(server.user)}` : ''
  const users = await client<{ _embedded: { users: { id: number; email: string }[] } }>(
    'GET',
    `/users${query}`,
  )
  const [user] = users.body._embedded.users
  if (!user)
    throw new Error(`FreeScout at ${server.url} has no user ${server.user ?? ''}; set FREESCOUT_USER`)
  const { body } = await client<{ _embedded: { mailboxes: { id: number; email: string }[] } }>(
    'GET',
    '/mailboxes',
  )
  const found: ServerParts['here'][] = []
  for (const { id, email } of body._embedded.mailboxes) {
    const answer = await client<{ _embedded: { custom_fields: Field[] } }>(
      'GET',
      `/mailboxes/${id}/custom_fields`,
    )
    const fields = answer.body._embedded.custom_fields
    const field = fields.find(({ name }) => name === 'github_issue_url')
    if (field) found.push({ id, email, field, dropdown: fields.find(({ type }) => type === 'dropdown') })
  }
  const [here, there] = found
  if (!here || !there)
    throw new Error(
      `FreeScout at ${server.url} needs two mailboxes with a custom field github_issue_url; it has ${found.length}`,
    )
  return { user, here, there }
}
