import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFreeScout, type FreeScout, type TicketDraft } from '../../src/freescout/client.ts'
import { createHttpFetch, type HttpFetch } from '../../src/http/http-client.ts'
import { createRetryingFetch, type RetryingFetch } from '../../src/http/retry.ts'
import type { Ticket } from '../../src/model.ts'
import { type FreeScoutEmulator, startFreeScout } from '../support/freescout-emulator/index.ts'
import { failureOf } from '../support/http.ts'

let server: FreeScoutEmulator
let client: FreeScout

beforeEach(async () => {
  server = await startFreeScout({ apiKey: 'the-secret-key' })
  client = clientOf('the-secret-key')
})

afterEach(() => server.close())

function clientOf(apiKey: string, fetch: RetryingFetch = createHttpFetch()): FreeScout {
  return createFreeScout({ url: server.url, apiKey, fetch })
}

/** The next request is answered like this. */
function answerOnce(status: number, body = '', headers: Record<string, string> = {}): void {
  server.faults.push({ match: () => true, trouble: { answer: { status, body, headers } } })
}

const paths = () => server.log.map(({ method, path }) => `${method} ${path}`)

describe('A ticket', () => {
  it('is read with threads and tags in one request, at FreeScout’s own time', async () => {
    const { id } = server.addTicket({ subject: 'Orders', tags: ['bug'], html: '<p>x</p>' })
    server.clock.advance(3_600_000)
    const reading = await client.ticket(id)
    expect(reading?.ticket).toMatchObject({
      id,
      number: 1000,
      subject: 'Orders',
      tags: ['bug'],
      status: 'active',
      customer: { email: 'rodney@example.org' },
      threads: [{ type: 'customer', body: '<p>x</p>', action: '' }],
    })
    expect(Math.abs(Number(reading?.at) - server.clock.now().getTime())).toBeLessThan(2000)
    expect(paths()).toEqual([`GET /api/conversations/${id}?embed=threads,tags`])
    expect(server.log[0]?.headers['x-freescout-api-key']).toBe('the-secret-key')
  })

  it('that is not there is no error', async () => {
    expect(await client.ticket(4711)).toBeUndefined()
  })

  it('has no fields when their module is off, and unknown tags when theirs is', async () => {
    const { id } = server.addTicket({ subject: 'Orders', tags: ['bug'] })
    server.modules.customFields = false
    server.modules.tags = false
    expect((await client.ticket(id))?.ticket).toMatchObject({ fields: null, tags: null })
    expect((await failureOf(client.fieldsAndTags(id))).message).toBe(
      `FreeScout did not send the tags of the ticket: could not read ticket id ${id} back. Check that the module Tags is active. No tag was written, because that would remove the tags that are there.`,
    )
  })

  it('is read back without its threads', async () => {
    const { id } = server.addTicket({ subject: 'Orders', tags: ['bug'] })
    await client.setField(id, { id: 3, value: 'https://github.com/o/r/issues/7' })
    const { fields, tags } = await client.fieldsAndTags(id)
    expect(fields.find(({ id }) => id === 3)?.value).toBe('https://github.com/o/r/issues/7')
    expect(tags).toEqual(['bug'])
    expect(paths().at(-1)).toBe(`GET /api/conversations/${id}?embed=tags`)
  })

  it('says that it was moved, in its system lines', async () => {
    const { id } = server.addTicket({ subject: 'Orders' })
    server.move(id, 'support@raxx.app')
    const reading = await client.ticket(id)
    expect(reading?.ticket.threads.map(({ action }) => action)).toContain('moved-from-mailbox')
  })

  it('names attachments without their address, which carries a token', async () => {
    const recorded = await exchange('get ticket with attachment')
    const reading = await replaying(recorded.response.body).ticket(6)
    const attachments = reading?.ticket.threads.flatMap(thread => thread.attachments) ?? []
    expect(attachments.length).toBeGreaterThan(0)
    expect(JSON.stringify(reading)).not.toContain('token=')
  })
})

describe('Writes', () => {
  it('go where they should: field, note, tags, status', async () => {
    const { id } = server.addTicket({ subject: 'Orders', tags: ['bug'] })
    await client.setField(id, { id: 3, value: 'https://github.com/o/r/issues/7' })
    await client.addNote(id, { html: '<p>A note</p><!-- key=1 -->', userId: 1 })
    await client.addTags(id, { add: ['auto-linked'], now: ['bug'] })
    await client.setStatus(id, { status: 'closed', userId: 1 })
    expect(server.field(id, 'github_issue_url')).toBe('https://github.com/o/r/issues/7')
    expect(server.notes(id)).toEqual(['<p>A note</p><!-- key=1 -->'])
    expect(server.ticket(id)).toMatchObject({ tags: ['bug', 'auto-linked'], status: 'closed' })
    expect(server.mails.filter(({ to }) => to === 'customer')).toEqual([])
  })

  it('of tags keep the tags of others: after a refusal they are read again, and written with ours', async () => {
    const { id } = server.addTicket({ subject: 'Orders', tags: ['bug'] })
    const clock = { now: Date.now, sleep: async () => server.setTags(id, ['bug', 'vip']) }
    server.faults.push({ match: ({ method }) => method === 'PUT', trouble: { answer: { status: 429 } } })
    const patient = clientOf('the-secret-key', createRetryingFetch(createHttpFetch(), clock))
    await patient.addTags(id, { add: ['auto-linked'], now: ['bug'] })
    expect(server.ticket(id).tags).toEqual(['bug', 'vip', 'auto-linked'])
    expect(paths()).toEqual([
      `PUT /api/conversations/${id}/tags`,
      `GET /api/conversations/${id}?embed=tags`,
      `PUT /api/conversations/${id}/tags`,
    ])
  })

  it('of tags that were refused end with the error of the read that follows', async () => {
    const { id } = server.addTicket({ subject: 'Orders', tags: ['bug'] })
    server.faults.push({ match: ({ method }) => method === 'PUT', trouble: { answer: { status: 429 } } })
    const clock = { now: Date.now, sleep: async () => void Object.assign(server.modules, { tags: false }) }
    const patient = clientOf('the-secret-key', createRetryingFetch(createHttpFetch(), clock))
    const error = await failureOf(patient.addTags(id, { add: ['auto-linked'], now: ['bug'] }))
    expect(error).toMatchObject({
      happened: 'FreeScout did not send the tags of the ticket',
      mayHaveActed: false,
    })
    expect(server.ticket(id).tags).toEqual(['bug'])
  })

  it('to a ticket that is gone are errors', async () => {
    const error = await failureOf(client.addTags(4711, { add: ['bug'], now: [] }))
    expect(error).toMatchObject({ status: 404, mayHaveActed: false })
    expect(error.message).toContain('could not tag ticket id 4711. Check freescout-url')
    expect((await failureOf(client.fieldsAndTags(4711))).status).toBe(404)
  })
})

describe('A new ticket', () => {
  const draft: TicketDraft = {
    mailboxId: 1,
    subject: '[o/r#77] Orders',
    customerEmail: 'github@raxx.app',
    html: '<p>From GitHub</p>',
    userId: 1,
    field: { id: 3, value: 'https://github.com/o/r/issues/77' },
    silent: false,
  }

  it('is there with its field at once, and mails the customer nothing', async () => {
    const { id, number } = await client.createTicket(draft)
    expect(number).toBe(1000)
    expect(server.ticket(id)).toMatchObject({ subject: '[o/r#77] Orders', status: 'active', mailboxId: 1 })
    expect(server.field(id, 'github_issue_url')).toBe('https://github.com/o/r/issues/77')
    expect(server.notes(id)).toEqual(['<p>From GitHub</p>'])
    expect(server.mails.map(({ to }) => to)).toEqual(['agents'])
    expect((await client.ticket(id))?.ticket).toMatchObject({
      createdBy: { type: 'user' },
      source: { type: 'api', via: 'user' },
    })
  })

  it('mails nobody at all when it is to be silent', async () => {
    await client.createTicket({ ...draft, silent: true })
    expect(server.mails).toEqual([])
  })

  it('from an address that FreeScout refuses is an error that does not repeat it', async () => {
    const error = await failureOf(client.createTicket({ ...draft, customerEmail: 'rodney at example' }))
    expect(error.status).toBe(400)
    expect(error.message).toContain('Invalid email: …')
    expect(error.message).not.toContain('rodney')
  })

  it('whose answer got lost may have been made: the error says so, and it was sent once', async () => {
    server.faults.push({ match: () => true, trouble: { dropAfter: true } })
    const error = await failureOf(client.createTicket(draft))
    expect(error).toMatchObject({ mayHaveActed: true, status: undefined })
    expect(server.tickets.size).toBe(1)
    expect(server.log).toHaveLength(1)
  })
})

describe('A new ticket with an odd answer', () => {
  const draft: TicketDraft = {
    ...{
      mailboxId: 1,
      subject: '[o/r#77] Orders',
      customerEmail: 'github@raxx.app',
      html: '<p>x</p>',
      userId: 1,
    },
    ...{ field: { id: 3, value: 'https://github.com/o/r/issues/77' }, silent: false },
  }
  const answerCreation = (body: string, status = 201) =>
    server.faults.push({
      match: ({ method }) => method === 'POST',
      trouble: { garble: () => ({ status, body }) },
    })

  it.each([
    ['nothing', ''],
    ['no id', '{"number":1001}'],
    ['an id that is null', '{"id":null}'],
    ['an id that is text', '{"id":"5","number":1001}'],
    ['a list', '[]'],
    ['a web page', '<html>'],
  ])('a created ticket whose answer is %s may be there, and the error says so', async (_, body) => {
    answerCreation(body)
    expect(await failureOf(client.createTicket(draft))).toMatchObject({ mayHaveActed: true })
    expect(server.tickets.size).toBe(1)
  })

  it('a created ticket whose answer is a refusal may be there, and the error says so', async () => {
    answerCreation('{"_embedded":{"errors":[{"path":"threads","message":"odd"}]}}', 400)
    expect(await failureOf(client.createTicket(draft))).toMatchObject({ mayHaveActed: true, status: 400 })
  })

  it('a created ticket is known by its id, whatever else the answer says', async () => {
    answerCreation('{"id":5,"number":"1001","subject":[],"status":[]}')
    expect(await client.createTicket(draft)).toEqual({ id: 5, number: 1001 })
  })

  it('a refusal of any other write says that nothing was done', async () => {
    const { id } = server.addTicket({ subject: 'a' })
    answerOnce(400, '{}')
    expect(await failureOf(client.addNote(id, { html: 'x', userId: 1 }))).toMatchObject({
      mayHaveActed: false,
    })
  })
})

describe('Lists', () => {
  it('of tickets come page by page, oldest first, with fields and tags', async () => {
    for (let count = 0; count < 205; count++) server.addTicket({ subject: `T${count}`, tags: ['bug'] })
    server.log.length = 0
    const pages = await Array.fromAsync(client.tickets({ tag: 'bug' }))
    expect(pages.map(({ tickets, total }) => [tickets.length, total])).toEqual([
      [100, 205],
      [100, 205],
      [5, 205],
    ])
    const tickets = pages.flatMap(page => page.tickets)
    expect(tickets.map(({ id }) => id)).toEqual(Array.from({ length: 205 }, (_, index) => index + 1))
    expect(tickets[0]).toMatchObject({ tags: ['bug'], threads: [] })
    expect(tickets[0]?.fields).toHaveLength(3)
    expect(server.log).toHaveLength(3)
  })

  it('stop when nobody wants more', async () => {
    for (let count = 0; count < 101; count++) server.addTicket({ subject: `T${count}` })
    for await (const _ of client.tickets({})) break
    expect(server.log).toHaveLength(1)
  })

  it('of none are one empty page', async () => {
    expect(await Array.fromAsync(client.tickets({ tag: 'none' }))).toEqual([
      { tickets: [], unreadable: [], total: 0 },
    ])
  })

  it('are narrowed by tag, mailbox, status, age and a part of the subject', async () => {
    const old = new Date(Date.now() - 86_400_000)
    server.addTicket({ subject: 'old', tags: ['bug'], createdAt: old })
    server.addTicket({ subject: '[o/r#7] new', tags: ['auto:status'] })
    server.addTicket({ subject: 'elsewhere', mailbox: 'support@raxx.app' })
    server.addTicket({ subject: 'done', status: 'closed' })
    const list = async (query: Parameters<FreeScout['tickets']>[0]) => {
      const pages = await Array.fromAsync(client.tickets(query))
      return pages.flatMap(({ tickets }) => tickets.map(({ subject }) => subject))
    }
    expect(await list({ tag: 'auto:status' })).toEqual(['[o/r#7] new'])
    expect(await list({ mailboxIds: [2, 3] })).toEqual(['elsewhere'])
    expect(await list({ statuses: ['closed', 'spam'] })).toEqual(['done'])
    expect(await list({ updatedSince: new Date(Date.now() - 60_000).toISOString() })).not.toContain('old')
    expect(await list({ subject: '[o/r#7]' })).toEqual(['[o/r#7] new'])
    expect(await list({ tag: 'bug', statuses: ['active'], mailboxIds: [1] })).toEqual(['old'])
  })

  it('send what is asked for and nothing else, whatever is in it', async () => {
    await Array.fromAsync(client.tickets({ tag: 'a&b=c d/#', subject: 'x&pageSize=1' }))
    const query = new URL(`http://x${server.log[0]?.path}`).searchParams
    expect(Object.fromEntries(query)).toEqual({
      tag: 'a&b=c d/#',
      subject: '%x&pageSize=1%',
      sortField: 'createdAt',
      sortOrder: 'asc',
      pageSize: '100',
      page: '1',
      embed: 'tags',
    })
  })

  it('of mailboxes are read to the last page', async () => {
    for (let id = 4; id <= 60; id++) {
      const stamp = '2026-01-01T00:00:00Z'
      const box = { id, name: `Box ${id}`, email: `box${id}@raxx.app`, createdAt: stamp, updatedAt: stamp }
      server.mailboxes.set(id, { ...box, fields: [] })
    }
    const mailboxes = await client.mailboxes()
    expect(mailboxes).toHaveLength(60)
    expect(mailboxes[0]).toEqual({ id: 1, name: 'Ops', email: 'ops@raxx.app' })
    expect(paths()).toEqual(['GET /api/mailboxes', 'GET /api/mailboxes?page=2'])
  })

  it('of a mailbox’s fields tell their type, and are none when the module is off', async () => {
    expect(await client.mailboxFields(1)).toContainEqual({
      id: 3,
      name: 'github_issue_url',
      type: 'singleline',
    })
    expect(await client.mailboxFields(3)).toEqual([])
    server.modules.customFields = false
    expect(await client.mailboxFields(1)).toBeUndefined()
  })

  it('of a mailbox’s fields are read to the last page', async () => {
    const fields = server.mailboxes.get(1)?.fields
    for (let id = 100; id < 160; id++) fields?.push({ id, name: `f${id}`, type: 'singleline', options: null })
    expect(await client.mailboxFields(1)).toHaveLength(63)
  })
})

describe('Odd values', () => {
  /** The answer to the next list holds these rows. */
  const garbleRows = (change: (rows: Record<string, unknown>[]) => unknown[], page: object = {}) =>
    server.faults.push({
      match: ({ path }) => path.startsWith('/api/conversations'),
      trouble: {
        garble: body => {
          const answer = JSON.parse(body)
          const rows = change(answer._embedded.conversations)
          return {
            body: JSON.stringify({ _embedded: { conversations: rows }, page: { ...answer.page, ...page } }),
          }
        },
      },
    })
  const listed = async () => {
    const pages = []
    for await (const page of client.tickets({})) pages.push(page)
    return { pages, ids: pages.flatMap(({ tickets }) => tickets.map(({ id }) => id)) }
  }
  const shown: [string, Record<string, unknown>, Partial<Ticket>][] = [
    ['a subject that is a list', { subject: [] }, { subject: '' }],
    ['a subject that is a number', { subject: 42 }, { subject: '42' }],
    ['a subject that is an object', { subject: {} }, { subject: '' }],
    ['a customer that is a list', { customer: [] }, { customer: null }],
    ['a creator that is a list', { createdBy: [] }, { createdBy: null }],
    ['no time', { createdAt: null }, { createdAt: '' }],
    ['a closing that is a list', { closedAt: [] }, { closedAt: null }],
    ['a number as text', { number: '1001' }, { number: 1001 }],
    ['a source that is text', { source: 'api' }, { source: { type: '', via: '' } }],
    [
      'a customer with odd parts, who stays one',
      { customer: { id: '7', type: 'x', firstName: 'Quentin', lastName: [], email: 'q@customer.example' } },
      {
        customer: {
          id: 7,
          type: 'customer',
          firstName: 'Quentin',
          lastName: null,
          email: 'q@customer.example',
        },
      },
    ],
    [
      'a field with an odd value, which is not empty',
      { customFields: [{ id: 3, name: 'github_issue_url', value: { a: 1 }, text: [] }] },
      { fields: [{ id: 3, name: 'github_issue_url', value: '{"a":1}', text: '' }] },
    ],
  ]

  it.each(shown)('a listed ticket is read with %s', async (_, odd, expected) => {
    for (const subject of ['a', 'b', 'c']) server.addTicket({ subject })
    garbleRows(rows => rows.map((row, at) => (at === 1 ? { ...row, ...odd } : row)))
    const { pages, ids } = await listed()
    expect(ids).toEqual([1, 2, 3])
    expect(pages[0]?.tickets[1]).toMatchObject(expected)
  })

  it.each([
    ['an id as text', { id: '2' }, [{ reason: expect.stringContaining('id (') }]],
    ['no mailbox', { mailboxId: null }, [{ id: 2, reason: expect.stringContaining('mailboxId (') }]],
    ['a status that is a list', { status: [] }, [{ id: 2, reason: expect.stringContaining('status (') }]],
    [
      'a tag without a name',
      { _embedded: { tags: [{}] } },
      [{ id: 2, reason: expect.stringContaining('tags') }],
    ],
  ])('a listed ticket with %s is named, and the others are read', async (_, odd, unreadable) => {
    for (const subject of ['a', 'b', 'c']) server.addTicket({ subject })
    garbleRows(rows => rows.map((row, at) => (at === 1 ? { ...row, ...odd } : row)))
    const { pages, ids } = await listed()
    expect(ids).toEqual([1, 3])
    expect(pages[0]?.unreadable).toEqual(unreadable)
  })

  it('threads are read with odd bodies, authors, times and files', async () => {
    const { id } = server.addTicket({ subject: 'a' })
    server.faults.push({
      match: () => true,
      trouble: {
        garble: body => {
          const answer = JSON.parse(body)
          const odd = {
            ...{ body: [], createdBy: [], createdAt: null, action: 'x', state: null },
            _embedded: { attachments: [{ fileName: [], size: '12' }, 'x'] },
          }
          Object.assign(answer._embedded.threads[0], odd)
          return { body: JSON.stringify(answer) }
        },
      },
    })
    expect((await client.ticket(id))?.ticket.threads).toMatchObject([
      {
        body: '',
        createdBy: null,
        createdAt: '',
        action: '',
        attachments: [{ name: '', bytes: 12 }, { bytes: 0 }],
      },
    ])
  })

  it('a list is read until a page is not full, whatever the number of pages says', async () => {
    for (let at = 1; at <= 101; at++) server.addTicket({ subject: `ticket ${at}` })
    garbleRows(rows => rows, { totalPages: 1 })
    expect((await listed()).ids).toHaveLength(101)
    garbleRows(rows => rows.slice(0, 99), { totalPages: 1000 })
    expect((await listed()).ids).toHaveLength(99)
  })

  it('a list ends where the server sends the same page again', async () => {
    for (let at = 1; at <= 100; at++) server.addTicket({ subject: `ticket ${at}` })
    const [first = {}] = [
      await (
        await fetch(`${server.url}/api/conversations?pageSize=100`, {
          headers: { 'X-FreeScout-API-Key': 'the-secret-key' },
        })
      ).text(),
    ]
    server.faults.push({
      match: () => true,
      times: 5,
      trouble: { answer: { status: 200, body: String(first) } },
    })
    expect((await listed()).ids).toHaveLength(100)
  })
})

describe('The signing user', () => {
  it('the signing user is looked up by address, in any case, and by id', async () => {
    expect(await client.userId('Ada@Example.org')).toBe(1)
    expect(await client.userId(1)).toBe(1)
    expect(paths()).toEqual(['GET /api/users?email=Ada%40Example.org', 'GET /api/users'])
  })

  it('the signing user is found on every page of the list of users', async () => {
    for (let id = 2; id <= 130; id++) {
      const user = {
        id,
        firstName: 'U',
        lastName: `${id}`,
        email: `u${id}@example.org`,
        role: 'user' as const,
      }
      server.users.set(id, { ...user, createdAt: '2026-01-01T00:00:00Z' })
    }
    expect(await client.userId(130)).toBe(130)
    expect(server.log).toHaveLength(3)
  })

  it.each(['nobody@example.org', 42])(
    'a signing user %s that FreeScout does not list is an error that names it as it is configured',
    async user => {
      const error = await failureOf(client.userId(user))
      expect(error.message).toBe(
        `FreeScout has no user that fits user: ${user}: could not look up the signing user. ` +
          'Create that user, or correct "user" in the configuration. This user signs the notes.',
      )
    },
  )

  it('is none but the one with that very address', async () => {
    server.faults.push({
      match: () => true,
      trouble: { garble: () => ({ body: '{"_embedded":{"users":[{"id":5,"email":"eve@example.org"}]}}' }) },
    })
    await failureOf(client.userId('ada@example.org'))
  })
})

describe('What goes wrong says what to do:', () => {
  const rodney = 'Rodney Robertson <rodney@example.org>'
  const refusal = (...errors: object[]) =>
    JSON.stringify({ message: 'Error occurred', _embedded: { errors } })
  const cases: [string, () => unknown, RegExp, number | undefined][] = [
    [
      '405',
      () => answerOnce(405),
      /does not know this call \(405\): could not .+\. Check that the API & Webhooks module/,
      405,
    ],
    [
      '429',
      () => answerOnce(429),
      /limits our requests \(429\): could not .+\. Run the workflow again in a few minutes/,
      429,
    ],
    [
      '500',
      () => answerOnce(500, rodney),
      /not working right now \(500\): could not .+\. Run the workflow again when it is up/,
      500,
    ],
    [
      '502',
      () => answerOnce(502, `<html>${rodney}`),
      /not working right now \(502\): could not .+\. Run the workflow again/,
      502,
    ],
    [
      'maintenance',
      () => Object.assign(server, { maintenance: true }),
      /not working right now \(503, perhaps in maintenance\)/,
      503,
    ],
    ['403', () => answerOnce(403, rodney), /refused the request \(403\): could not read ticket id 1/, 403],
    [
      '400 with a complaint',
      () => answerOnce(400, refusal({ path: 'user', message: '`user` parameter is required' })),
      /\(400; user: `user` parameter is required\)/,
      400,
    ],
    [
      '400 with several',
      () => answerOnce(400, refusal({ path: 'a', message: 'one' }, { path: 'b', message: 'two' })),
      /\(400; a: one; b: two\)/,
      400,
    ],
    ['400 without a word', () => answerOnce(400, refusal()), /refused the request \(400\): could not/, 400],
    ['400 that is not JSON', () => answerOnce(400, rodney), /refused the request \(400\): could not/, 400],
    [
      'a redirect',
      () => answerOnce(302, '', { location: 'https://sso.example.org/login?next=secret' }),
      /redirects to https:\/\/sso\.example\.org \(302\): could not .+\. Set freescout-url to the final address/,
      302,
    ],
    [
      'a redirect to its own login page',
      () => answerOnce(302, '', { location: `${server.url}/login` }),
      /^A login page answers at http:\/\/\S+ instead of FreeScout's API \(302\): could not .+ Check that the API & Webhooks module is active/,
      302,
    ],
    [
      'a proxy that refuses with a web page',
      () => answerOnce(403, `<!DOCTYPE html><title>Forbidden</title>${rodney}`),
      /^A proxy or firewall in front of FreeScout at \S+ refused the request with a web page \(403\): could not .+ Let the runner's requests pass/,
      403,
    ],
    ['a redirect to nowhere', () => answerOnce(301), /redirects to \S+ \(301\)/, 301],
    [
      'a web page',
      () => answerOnce(200, `\n<!DOCTYPE html>${rodney}`),
      /a web page instead of JSON: could not/,
      undefined,
    ],
    [
      'truncated JSON',
      () => answerOnce(200, `{"customer":"${rodney}`),
      /something else instead of JSON/,
      undefined,
    ],
    [
      'an empty answer',
      () => answerOnce(200),
      /is not what its API promises, at .+: could not read ticket id 1\./,
      undefined,
    ],
    [
      'JSON of another shape',
      () => answerOnce(200, JSON.stringify({ id: rodney })),
      /, at id \(number\)/,
      undefined,
    ],
    [
      'no answer',
      () => server.faults.push({ match: () => true, trouble: { dropBefore: true } }),
      /gave no answer at http:\S+ \(\w+\): could not read ticket id 1\. Check freescout-url/,
      undefined,
    ],
  ]
  it.each(cases)('%s', async (_, arrange, message, status) => {
    server.addTicket({ subject: 'Orders' })
    arrange()
    const error = await failureOf(client.ticket(1))
    expect(error.message).toMatch(message)
    expect(error).toMatchObject({ service: 'FreeScout', status, mayHaveActed: false })
    for (const secret of ['the-secret-key', 'Rodney', 'rodney', 'next=secret']) {
      expect(error.message).not.toContain(secret)
    }
  })

  it('a wrong key, which is not told', async () => {
    const error = await failureOf(clientOf('wrong-key').mailboxes())
    expect(error.message).toMatch(
      /refused the API key \(401\): could not .+\. Check the secret FREESCOUT_API_KEY; the key is shown under/,
    )
    expect(error.message).not.toContain('wrong-key')
  })

  it('a module that is missing altogether', async () => {
    answerOnce(404, '<html>Page Not Found</html>')
    const error = await failureOf(client.mailboxes())
    expect(error.message).toContain(
      'Check freescout-url. Check also that the module API & Webhooks is active there',
    )
  })

  it.each([
    ['a 5xx', () => answerOnce(502), true],
    ['no answer', () => server.faults.push({ match: () => true, trouble: { dropAfter: true } }), true],
    ['a web page', () => answerOnce(200, '<html>'), true],
    ['a refusal', () => answerOnce(429), false],
    ['a complaint', () => answerOnce(400), false],
    ['a wrong key', () => answerOnce(401), false],
  ] as [string, () => unknown, boolean][])(
    'and whether a write may have happened: %s',
    async (_, arrange, expected) => {
      const { id } = server.addTicket({ subject: 'Orders' })
      arrange()
      const error = await failureOf(client.addNote(id, { html: 'x', userId: 1 }))
      expect(error.mayHaveActed).toBe(expected)
    },
  )
})

it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1/../../users' as unknown as number])(
  'The id %s never reaches a URL',
  async id => {
    const calls: (() => unknown)[] = [
      () => client.ticket(id),
      () => client.fieldsAndTags(id),
      () => client.setField(id, { id: 3, value: 'x' }),
      () => client.addNote(id, { html: 'x', userId: 1 }),
      () => client.addTags(id, { add: [], now: [] }),
      () => client.setStatus(id, { status: 'closed', userId: 1 }),
      () => client.mailboxFields(id),
      () => client.tickets({ mailboxIds: [1, id] }).next(),
    ]
    for (const call of calls) await expect((async () => call())()).rejects.toThrow(RangeError)
    expect(server.log).toEqual([])
  },
)

type Recorded = {
  name: string
  request: { method: string; path: string }
  response: { status: number; body?: unknown }
}

const recordings = JSON.parse(
  await readFile(new URL('../fixtures/freescout-exchanges.json', import.meta.url), 'utf8'),
) as Recorded[]

async function exchange(name: string): Promise<Recorded> {
  const found = recordings.find(recording => recording.name === name)
  if (!found) throw new Error(`There is no recording "${name}".`)
  return found
}

/** A client whose FreeScout gives this answer to whatever it is asked. */
function replaying(body: unknown): FreeScout {
  const fetch: HttpFetch = async () => Response.json(body)
  return createFreeScout({ url: 'https://tickets.example.org', apiKey: 'key', fetch })
}

type Raw = {
  id: number
  number: number
  subject: string
  customFields: { id: number; value: string }[]
  _embedded: { threads: { id: number; body: string | null }[]; tags?: { name: string }[] }
}

/** The parts of a ticket that must come through as they were recorded. */
function expectToMatch(ticket: Ticket | undefined, raw: Raw): void {
  expect(ticket).toMatchObject({ id: raw.id, number: raw.number, subject: raw.subject })
  expect(ticket?.tags).toEqual(raw._embedded.tags?.map(({ name }) => name) ?? null)
  expect(ticket?.fields?.map(({ id, value }) => [id, value])).toEqual(
    raw.customFields.map(({ id, value }) => [id, value]),
  )
  expect(ticket?.threads.map(({ id, body }) => [id, body])).toEqual(
    raw._embedded.threads.map(({ id, body }) => [id, body ?? '']),
  )
}

describe('Every recorded answer is understood:', () => {
  const bodies = recordings.map(({ name, response }) => ({
    name,
    body: response.body as Record<string, unknown>,
  }))
  const tickets = bodies.filter(({ body }) => body && 'mailboxId' in body)
  const lists = bodies.filter(({ body }) => body?._embedded && 'conversations' in (body._embedded as object))

  it('there are some', () => {
    expect(tickets.length).toBeGreaterThan(10)
    expect(lists.length).toBeGreaterThan(5)
  })

  it.each(tickets)('$name', async ({ body }) => {
    const raw = body as unknown as Raw
    expectToMatch((await replaying(raw).ticket(raw.id))?.ticket, raw)
  })

  it.each(lists)('$name', async ({ body }) => {
    const { conversations } = body._embedded as { conversations: Raw[] }
    const { value } = await replaying(body).tickets({}).next()
    expect(value?.total).toBe((body.page as { totalElements: number }).totalElements)
    for (const [index, raw] of conversations.entries()) expectToMatch(value?.tickets[index], raw)
  })

  it('mailboxes, fields and users', async () => {
    const mailboxes = await exchange('list mailboxes')
    expect((await replaying(mailboxes.response.body).mailboxes()).length).toBeGreaterThan(1)
    const fields = await exchange('mailbox custom fields')
    const names = (await replaying(fields.response.body).mailboxFields(1))?.map(({ name }) => name)
    expect(names).toContain('github_issue_url')
    const users = await exchange('list users by email')
    expect(await replaying(users.response.body).userId('ada@example.org')).toBe(1)
  })
})
