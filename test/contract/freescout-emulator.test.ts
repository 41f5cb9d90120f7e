import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FreeScoutEmulator, startFreeScout } from '../support/freescout-emulator/index.ts'

let freescout: FreeScoutEmulator

beforeEach(async () => {
  const start = new Date('2026-03-16T14:00:00Z')
  freescout = await startFreeScout({ now: () => start })
})
afterEach(() => freescout.close())

const call = async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${freescout.url}/api${path}`, {
    method,
    headers: { 'x-freescout-api-key': freescout.apiKey },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type') === 'application/json'
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text }
}
const customer = { email: 'github@raxx.app' }
const order = (thread: object, more: object = {}) => ({
  type: 'email',
  mailboxId: 1,
  subject: 'x',
  customer,
  threads: [thread],
  ...more,
})

describe('the clock', () => {
  test('the clock gives every time, in rows and in Date headers', async () => {
    const { id } = freescout.addTicket({ subject: 'x' })
    freescout.clock.advance(90_000)
    await call('PUT', `/conversations/${id}`, { status: 'closed', byUser: 1 })
    const { headers, body } = await call('GET', `/conversations/${id}`)
    expect(headers.get('date')).toBe('Mon, 16 Mar 2026 14:01:30 GMT')
    expect(body).toMatchObject({ createdAt: '2026-03-16T14:00:00Z', closedAt: '2026-03-16T14:01:30Z' })
  })

  test('the clock gives the Date of a fault, too', async () => {
    freescout.faults.push({ match: () => true, trouble: { answer: { status: 429 } } })
    const { status, headers } = await call('GET', '/mailboxes')
    expect([status, headers.get('date')]).toEqual([429, 'Mon, 16 Mar 2026 14:00:00 GMT'])
  })
})

describe('numbers', () => {
  test('ticket numbers start at 1000, and ids at 1', () => {
    expect(freescout.addTicket({ subject: 'x' })).toMatchObject({ id: 1, number: 1000 })
    expect(freescout.addTicket({ subject: 'y' })).toMatchObject({ id: 2, number: 1001 })
  })
})

describe('mail', () => {
  const text = '<p>x</p>'
  const note = { type: 'note', text, user: 1 }
  const message = { type: 'message', text, user: 1 }
  const asked = { type: 'customer', text, customer }

  test.each([
    ['a note, to the agents', note, {}, ['agents']],
    ['an imported note, to nobody', note, { imported: true }, []],
    ['a message, to the customer', message, {}, ['customer', 'agents']],
    ["a customer's thread, an auto-reply to the customer", asked, {}, ['customer', 'agents']],
    ["an imported customer's thread, to nobody", asked, { imported: true }, []],
  ])('FreeScout sends the right mails for a ticket of %s', async (_name, thread, more, expected) => {
    expect((await call('POST', '/conversations', order(thread, more))).status).toBe(201)
    expect(freescout.mails.map(({ to }) => to)).toEqual(expected)
  })

  test('FreeScout mails the customer for a message on a ticket, and not for a note', async () => {
    const { id } = freescout.addTicket({ subject: 'x' })
    await call('POST', `/conversations/${id}/threads`, note)
    expect(freescout.mails).toEqual([{ to: 'agents', why: 'notification', ticketId: id }])
    await call('POST', `/conversations/${id}/threads`, message)
    expect(freescout.mails).toContainEqual({ to: 'customer', why: 'reply', ticketId: id })
  })
})

describe('switches', () => {
  test('a switch removes the Custom Fields module', async () => {
    const { id } = freescout.addTicket({ subject: 'x' })
    freescout.modules.customFields = false
    expect((await call('GET', `/conversations/${id}`)).body).not.toHaveProperty('customFields')
    expect((await call('GET', '/mailboxes/1/custom_fields')).status).toBe(400)
  })

  test('a switch removes the Tags module', async () => {
    const { id } = freescout.addTicket({ subject: 'x', tags: ['bug'] })
    freescout.modules.tags = false
    expect((await call('GET', `/conversations/${id}?embed=tags`)).body._embedded).not.toHaveProperty('tags')
    expect((await call('PUT', `/conversations/${id}/tags`, { tags: [] })).status).toBe(400)
  })

  test('a switch puts FreeScout into maintenance, and back', async () => {
    freescout.maintenance = true
    const { status, headers, body } = await call('GET', '/mailboxes')
    expect([status, headers.get('content-type')]).toEqual([503, 'text/html; charset=UTF-8'])
    expect(body).toContain('<!DOCTYPE html>')
    freescout.maintenance = false
    expect((await call('GET', '/mailboxes')).status).toBe(200)
  })

  test('a switch makes FreeScout ignore field writes, and answer 204', async () => {
    const { id } = freescout.addTicket({ subject: 'x' })
    const write = () =>
      call('PUT', `/conversations/${id}/custom_fields`, { customFields: [{ id: 3, value: 'y' }] })
    freescout.fieldWritesIgnored = true
    expect((await write()).status).toBe(204)
    expect(freescout.field(id, 'github_issue_url')).toBe('')
    freescout.fieldWritesIgnored = false
    await write()
    expect(freescout.field(id, 'github_issue_url')).toBe('y')
  })
})

describe('people', () => {
  test('agents set fields by name, a dropdown by its label, and clear them', () => {
    const { id } = freescout.addTicket({ subject: 'x', fields: { incident_severity: 'sev2' } })
    expect(freescout.field(id, 'incident_severity')).toBe('2')
    freescout.setField(id, 'incident_severity', '')
    expect(freescout.field(id, 'incident_severity')).toBe('')
    expect(() => freescout.setField(id, 'nonesuch', 'x')).toThrow('has no custom field nonesuch')
  })

  test('agents write notes, and the newest is first', () => {
    const { id } = freescout.addTicket({ subject: 'x' })
    for (const text of ['one', 'two']) freescout.agentNote(id, text)
    expect(freescout.notes(id)).toEqual(['two', 'one'])
  })

  test('customers send tickets by mail, which are never taken for ours', async () => {
    const createdAt = new Date('2026-01-02T03:04:05Z')
    const { id } = freescout.addTicket({
      subject: 'x',
      mailbox: 'support@raxx.app',
      status: 'pending',
      createdAt,
    })
    expect((await call('GET', `/conversations/${id}`)).body).toMatchObject({
      mailboxId: 2,
      status: 'pending',
      createdAt: '2026-01-02T03:04:05Z',
      source: { type: 'email', via: 'customer' },
    })
  })
})

describe('a listing', () => {
  const ids = async (query: Record<string, string>) => {
    const { body } = await call('GET', `/conversations?${new URLSearchParams(query)}`)
    return body._embedded.conversations.map((ticket: { id: number }) => ticket.id)
  }

  test('a listing compares whole subjects as SQL does, without case and with wildcards', async () => {
    freescout.addTicket({ subject: '[owner/my_repo#77] Zürich 100%' })
    freescout.addTicket({ subject: '[owner/my-repo#77] other' })
    expect(await ids({ subject: 'my_repo#77' })).toEqual([])
    expect(await ids({ subject: '%MY-REPO#77%' })).toEqual([2])
    expect(await ids({ subject: '%my_repo#77%' })).toEqual([2, 1])
    expect(await ids({ subject: '%my\\_repo#77%zurich 100\\%' })).toEqual([1])
  })

  test('a listing takes one tag: two with a comma between them find nothing', async () => {
    freescout.addTicket({ subject: 'x', tags: ['bug', 'late'] })
    expect(await ids({ tag: 'bug' })).toEqual([1])
    expect(await ids({ tag: 'bug,late' })).toEqual([])
  })

  test('a listing shows deleted tickets, unless a state is asked for', async () => {
    freescout.addTicket({ subject: 'x', state: 'deleted' })
    expect(await ids({})).toEqual([1])
    expect(await ids({ state: 'published' })).toEqual([])
  })
})
