import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient, type ServerUnderTest } from './freescout-client.ts'
import { CUSTOMER, type Fixture, NOTE, setUp } from './freescout-fixture.ts'
import { describeListings } from './freescout-listings.contract.ts'
import { describeMarks } from './freescout-marks.contract.ts'

/**
 * What we rely on of FreeScout, said once and held against the emulator and real servers alike. It makes its own
 * tickets, mails nobody (`imported`) and deletes what it made.
 */
export function describeFreeScout(name: string, start: () => Promise<ServerUnderTest>): void {
  describe(name, () => {
    let fixture: Fixture | undefined
    const at = () => {
      if (!fixture)
        throw new Error('The fixture is not set up: the server could not be reached or lacks something')
      return fixture
    }
    beforeAll(async () => {
      fixture = await setUp(await start())
    })
    afterAll(async () => {
      await fixture?.clear()
      await fixture?.server.close?.()
    })
    describeRefusals(at)
    describeTickets(at)
    describeMarks(at)
    describeListings(at)
  })
}

function describeRefusals(at: () => Fixture): void {
  describe('refuses', () => {
    test('FreeScout refuses a wrong key, and a missing one', async () => {
      for (const apiKey of ['wrong', '']) {
        const answer = await createClient({ ...at().server, apiKey })('GET', '/mailboxes')
        expect(answer).toMatchObject({ status: 401, body: { message: 'Not Authorized' } })
      }
    })

    test.each(['/conversations/99999999', '/conversations/abc', '/mailboxes/99999999/custom_fields'])(
      'FreeScout refuses %s, which does not exist',
      async path => expect((await at().client('GET', path)).status).toBe(404),
    )

    test('FreeScout refuses a route that it does not know with 405', async () => {
      expect((await at().client('GET', '/nope')).status).toBe(405)
    })

    test('FreeScout refuses malformed JSON as if it were an empty object', async () => {
      const answer = await at().client('POST', '/conversations', '{"subject": "x", ')
      const errors = [{ path: 'subject', message: '`subject` parameter is required' }]
      expect(answer).toMatchObject({ status: 400, body: { _embedded: { errors } } })
    })

    test('FreeScout refuses a ticket without threads, without a mailbox, or without an address', async () => {
      const refused = async (more: object) => {
        const answer = await at().client<{ _embedded: { errors: { path: string }[] } }>(
          'POST',
          '/conversations',
          at().order(more),
        )
        expect(answer.status).toBe(400)
        return answer.body._embedded.errors.map(({ path }) => path)
      }
      expect(await refused({ threads: undefined })).toEqual(['threads'])
      expect(await refused({ mailboxId: 99_999_999 })).toEqual(['mailboxId'])
      expect(await refused({ customer: { email: 'not-an-email' } })).toEqual(['emails'])
    })

    test('FreeScout refuses a note without a user, and a status without byUser', async () => {
      const { id } = await at().make()
      const unsigned = await at().client('POST', `/conversations/${id}/threads`, { type: 'note', text: 'x' })
      expect(unsigned).toMatchObject({ status: 400, body: { _embedded: { errors: [{ path: 'user' }] } } })
      const closing = await at().client('PUT', `/conversations/${id}`, { status: 'closed' })
      expect(closing).toMatchObject({ status: 400, body: { _embedded: { errors: [{ path: 'byUser' }] } } })
      expect((await at().read(id)).status).toBe('active')
    })
  })
}

function describeTickets(at: () => Fixture): void {
  describe('a new ticket', () => {
    test('a new ticket of a customer names the customer, and keeps its HTML', async () => {
      const ticket = await at().read((await at().make()).id)
      expect(ticket).toMatchObject({ source: { type: 'api', via: 'customer' }, threadsCount: 1 })
      expect(ticket.createdBy).toMatchObject({ type: 'customer', email: CUSTOMER })
      expect(ticket._embedded.threads[0]?.body).toBe('<p>Broken</p><script>x</script>')
    })

    test('a new ticket with a note alone is by a user through the API, and its field is set at once', async () => {
      const customFields = [{ id: at().around.here.field.id, value: 'https://example.org/1' }]
      const ticket = await at().read((await at().make({ threads: [at().note()], customFields })).id)
      expect(ticket).toMatchObject({ source: { type: 'api', via: 'user' }, threadsCount: 0 })
      expect(ticket.createdBy.type).toBe('user')
      expect(at().valueIn(ticket)).toBe('https://example.org/1')
      expect(ticket._embedded.tags).toEqual([])
    })

    test('a deleted ticket is gone', async () => {
      const { id } = await at().make()
      expect((await at().client('DELETE', `/conversations/${id}`)).status).toBe(204)
      expect((await at().client('GET', `/conversations/${id}`)).status).toBe(404)
    })
  })

  describe('threads', () => {
    test('threads come newest first, and a note keeps its HTML comment and becomes the preview', async () => {
      const { id } = await at().make()
      for (const text of [NOTE, '<p>second</p><!-- key=2 -->'])
        expect((await at().client('POST', `/conversations/${id}/threads`, at().note(text))).status).toBe(201)
      const ticket = await at().read(id)
      expect(ticket._embedded.threads.map(({ body }) => body)).toEqual([
        '<p>second</p><!-- key=2 -->',
        NOTE,
        '<p>Broken</p><script>x</script>',
      ])
      expect(ticket).toMatchObject({ preview: 'second', threadsCount: 1 })
    })

    test('a closing adds a thread without a body, and reopening keeps closedAt, but not closedBy', async () => {
      const { id } = await at().make()
      await at().put(`${id}`, { status: 'closed', byUser: at().around.user.id })
      const closed = await at().read(id)
      expect(closed).toMatchObject({ status: 'closed', closedBy: at().around.user.id })
      expect(closed.closedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      expect(closed._embedded.threads[0]).toMatchObject({
        type: 'lineitem',
        body: null,
        action: { type: 'changed-ticket-status' },
      })
      const reply = { type: 'customer', text: 'again', customer: { email: CUSTOMER }, imported: true }
      await at().client('POST', `/conversations/${id}/threads`, reply)
      expect(await at().read(id)).toMatchObject({
        status: 'active',
        closedBy: null,
        closedAt: closed.closedAt,
      })
    })
  })
}
