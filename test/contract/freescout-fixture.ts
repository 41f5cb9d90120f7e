import { expect } from 'vitest'
import {
  type Client,
  createClient,
  discover,
  type ServerParts,
  type ServerUnderTest,
  type TicketShown,
} from './freescout-client.ts'

type Listing = { _embedded: { conversations: TicketShown[] }; page: Record<string, number> }

/** What the contract's tests work at: a client, its surroundings, and short words for what they all do. */
export type Fixture = {
  /** A prefix of this run's own: its tickets' subjects and its tags start with it. */
  run: string
  server: ServerUnderTest
  client: Client
  around: ServerParts
  /** The request for a customer's ticket that mails nobody. */
  order: (more?: object) => object
  /** The request for a note that mails nobody. */
  note: (text?: string) => object
  /** Makes a ticket. It is deleted when the fixture is cleared. */
  make: (more?: object) => Promise<TicketShown>
  read: (id: number, query?: string) => Promise<TicketShown>
  list: (query: Record<string, string>) => Promise<Listing>
  /** A ticket's value of a field; of the first mailbox's `github_issue_url` unless said otherwise. */
  valueIn: (ticket: TicketShown, fieldId?: number) => string | undefined
  /** `PUT /conversations/…`, which must answer 204. */
  put: (path: string, body: unknown) => Promise<void>
  clear: () => Promise<void>
}

/** The address of the customer whom all tickets are from. */
export const CUSTOMER = 'contract@example.org'

/** A note's text that ends in a comment, as ours do. */
export const NOTE = '<p>first</p><!-- key=1 -->'

/** Sets a fixture up at a server. */
export async function setUp(server: ServerUnderTest): Promise<Fixture> {
  const client = createClient(server)
  const around = await discover(client, server)
  const run = `contract-${Date.now().toString(36)}`
  const made: number[] = []
  const order = (more: object = {}) => ({
    type: 'email',
    mailboxId: around.here.id,
    subject: `${run} ticket`,
    customer: { email: CUSTOMER },
    threads: [{ type: 'customer', text: '<p>Broken</p><script>x</script>', customer: { email: CUSTOMER } }],
    imported: true,
    ...more,
  })
  return {
    run,
    server,
    client,
    around,
    order,
    note: (text = NOTE) => ({ type: 'note', text, user: around.user.id, imported: true }),
    make: async more => {
      const { status, body } = await client<TicketShown>('POST', '/conversations', order(more))
      expect(status).toBe(201)
      made.push(body.id)
      return body
    },
    read: async (id, query = '?embed=threads,tags') =>
      (await client<TicketShown>('GET', `/conversations/${id}${query}`)).body,
    list: async query => (await client<Listing>('GET', `/conversations?${new URLSearchParams(query)}`)).body,
    valueIn: (ticket, fieldId = around.here.field.id) =>
      ticket.customFields.find(({ id }) => id === fieldId)?.value,
    put: async (path, body) => expect((await client('PUT', `/conversations/${path}`, body)).status).toBe(204),
    clear: async () => {
      for (const id of made) await client('DELETE', `/conversations/${id}`)
    },
  }
}
