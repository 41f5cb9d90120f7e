import { describe, expect, it } from 'vitest'
import { observeDemand } from '../../../src/demand/observe.ts'
import type { GitHub } from '../../../src/github/client.ts'
import type { Repository, Ticket } from '../../../src/model.ts'
import { ServiceError } from '../../../src/service-error.ts'
import { linkedTo, listing } from '../../support/fake-lists.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { HOME, internal, issueOf, issueUrl, ops } from '../../support/observed-ticket.ts'

/** GitHub's refusal of a call. */
function refused(status: number, code?: string): ServiceError {
  return new ServiceError({
    service: 'GitHub',
    call: 'list',
    happened: 'No',
    todo: 'Wait.',
    status,
    ...(code && { code }),
  })
}

type Given = { tickets: Ticket[]; github?: Partial<GitHub>; yaml?: string }

/** Observes these tickets, and the open issues 7 and 8 of the home repository. */
async function observe({ tickets, github, yaml = '' }: Given) {
  const lists = listing({
    tickets: () => tickets,
    issues: () => [issueOf({ number: 8, labels: ['bug'] }), issueOf({ number: 7 })],
  })
  const repository = async (name: string): Promise<Repository> => ({ name, visibility: 'private' })
  const world = fakeWorld({
    yaml,
    freescout: { ...lists.freescout, mailboxes: async () => [ops, internal] },
    github: { ...lists.github, repository, ...github },
  })
  return { seen: await observeDemand(world), asked: lists.asked }
}

describe('What the report observes', () => {
  it('asks for open tickets of every mailbox, and for the open issues of each repository that they name', async () => {
    const tickets = [linkedTo(issueUrl(7)), linkedTo(issueUrl(8), { id: 13 }), linkedTo('', { id: 14 })]
    const { seen, asked } = await observe({ tickets })
    expect(asked).toEqual([
      'tickets {"statuses":["active","pending"]}',
      `issues {"repository":"${HOME}","state":"open"}`,
    ])
    expect(seen.tickets.map(({ id }) => id)).toEqual([12, 13])
    expect(seen.isRunPrivate).toBe(true)
  })

  it('keeps only the issues that a ticket names', async () => {
    const { seen } = await observe({ tickets: [linkedTo(issueUrl(8)), linkedTo(issueUrl(9), { id: 13 })] })
    const issues = [{ repository: HOME, number: 8, labels: ['bug'] }]
    expect(seen.lists).toEqual([{ kind: 'listed', repository: HOME, issues }])
  })

  it('takes a ticket once that moved to a later page while the pages were read', async () => {
    const tickets = [1, 2, 3, 2].map(id => linkedTo(issueUrl(7), { id }))
    expect((await observe({ tickets })).seen.tickets.map(({ id }) => id)).toEqual([1, 2, 3])
  })

  it.each([{ status: 'closed' }, { status: 'spam' }, { state: 'draft' }, { state: 'deleted' }])(
    'leaves out a ticket that FreeScout lists although it is %j',
    async change => {
      expect((await observe({ tickets: [linkedTo(issueUrl(7), change)] })).seen.tickets).toEqual([])
    },
  )

  it('names a mailbox only if the configuration does', async () => {
    const tickets = [linkedTo(issueUrl(7)), linkedTo(issueUrl(7), { id: 13, mailboxId: internal.id })]
    const ofTickets = `ticket: { mailbox: ${internal.email}, customer: me@raxx.app }\n`
    const { seen } = await observe({ tickets })
    expect(seen.tickets.map(({ mailbox }) => mailbox)).toEqual([ops.email, undefined])
    const { seen: both } = await observe({ tickets, yaml: ofTickets })
    expect(both.tickets.map(({ mailbox }) => mailbox)).toEqual([ops.email, internal.email])
  })

  it('takes a run for public when the token can’t see the home repository', async () => {
    const repository = async () => Promise.reject(refused(404))
    expect((await observe({ tickets: [], github: { repository } })).seen.isRunPrivate).toBe(false)
  })
})

describe('A repository that can’t be listed', () => {
  const failing = (error: ServiceError) => ({
    // biome-ignore lint/correctness/useYield: it fails before its first page.
    async *issues() {
      throw error
    },
  })

  it.each([301, 403, 404, 410])('does not stop the report when GitHub answers %i', async status => {
    const { seen } = await observe({ tickets: [linkedTo(issueUrl(7))], github: failing(refused(status)) })
    expect(seen.lists).toMatchObject([{ kind: 'refused', repository: HOME, error: { status } }])
  })

  it.each([
    [403, 'rate-limited'],
    [401, undefined],
    [502, undefined],
  ])('fails the report when GitHub answers %i (%s)', async (status, code) => {
    const observed = observe({ tickets: [linkedTo(issueUrl(7))], github: failing(refused(status, code)) })
    await expect(observed).rejects.toMatchObject({ status })
  })
})

describe('Without custom fields', () => {
  it('the report fails, because nobody can see which tickets are linked', async () => {
    await expect(observe({ tickets: [linkedTo('', { fields: null })] })).rejects.toThrow(
      'FreeScout shows no custom fields',
    )
  })

  it('the report counts nothing when there are no open tickets', async () => {
    expect((await observe({ tickets: [] })).seen.tickets).toEqual([])
  })
})
