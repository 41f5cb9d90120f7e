import { describe, expect, it } from 'vitest'
import type { GitHub } from '../../../src/github/client.ts'
import { memoiseReads, throttleWrites } from '../../../src/sweep/sweep-world.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { fakeClock, NOON } from '../../support/http.ts'
import { HOME, issueOf, ops } from '../../support/observed-ticket.ts'

/** A world with memoised reads, and the questions to its services. The first `failures` questions fail. */
function memoisedWorld({ failures = 0 } = {}) {
  const asked: string[] = []
  const answer = async <Answer>(question: string, value: Answer): Promise<Answer> => {
    asked.push(question)
    if (asked.length <= failures) throw new Error('FreeScout is not working right now (502).')
    return value
  }
  const world = memoiseReads(
    fakeWorld({
      freescout: {
        mailboxes: () => answer('mailboxes', [ops]),
        userId: user => answer(`user ${user}`, 1),
        mailboxFields: id => answer(`fields of mailbox ${id}`, []),
        ticket: id => answer(`ticket ${id}`, undefined),
      },
      github: {
        repository: name => answer(`repository ${name}`, { name, visibility: 'private' }),
      },
    }),
  )
  return { world, asked }
}

describe('The memoised reads of a sweep', () => {
  it('A sweep reads the mailboxes, their fields and the signing user once', async () => {
    const { world, asked } = memoisedWorld()
    for (let round = 0; round < 3; round++) {
      expect(await world.freescout.mailboxes()).toEqual([ops])
      expect(await world.freescout.userId('ada@example.org')).toBe(1)
      expect(await world.freescout.mailboxFields(2)).toEqual([])
    }
    expect(asked).toEqual(['mailboxes', 'user ada@example.org', 'fields of mailbox 2'])
  })

  it('A sweep reads the mailboxes once, even for several tasks at the same time', async () => {
    const { world, asked } = memoisedWorld()
    await Promise.all([1, 2, 3].map(() => world.freescout.mailboxes()))
    expect(asked).toEqual(['mailboxes'])
  })

  it('A sweep repeats a memoised read that failed', async () => {
    const { world, asked } = memoisedWorld({ failures: 1 })
    await expect(world.freescout.mailboxes()).rejects.toThrow('502')
    expect(await world.freescout.mailboxes()).toEqual([ops])
    expect(asked).toEqual(['mailboxes', 'mailboxes'])
  })
})

it('A sweep reads tickets and repositories each time, because they may change', async () => {
  const { world, asked } = memoisedWorld()
  await world.freescout.ticket(12)
  await world.freescout.ticket(12)
  await world.github.repository(HOME) // It may turn public.
  await world.github.repository(HOME)
  expect(asked).toEqual(['ticket 12', 'ticket 12', `repository ${HOME}`, `repository ${HOME}`])
})

/** A throttled world, and when each of its requests was sent, in seconds. GitHub refuses labels. */
function throttledWorld() {
  const clock = fakeClock()
  const sent: string[] = []
  const note = (what: string) => sent.push(`${what} at ${(clock.now() - NOON) / 1000}`)
  const github = {
    createIssue: async (_, { title }) => {
      note(`create ${title}`)
      return issueOf({ title })
    },
    comment: async (_, body) => note(`comment ${body}`),
    addLabels: async () => {
      note('label')
      throw new Error('GitHub does not let the token do this (403).')
    },
    closeIssue: async (_, reason) => void note(`close ${reason}`),
    comments: async () => {
      note('read')
      return []
    },
  } satisfies Partial<GitHub>
  const world = throttleWrites(fakeWorld({ clock, github }))
  return { world, clock, sent }
}

describe('The throttled writes of a sweep', () => {
  it('A sweep sends its writes to GitHub a second apart and in order', async () => {
    const { world, sent } = throttledWorld()
    const draft = { title: 'x', body: '', labels: [] }
    const made = world.github.createIssue(HOME, draft)
    await Promise.all([
      made,
      world.github.comment(issueOf(), 'a'),
      world.github.comment(issueOf(), 'b'),
      world.github.closeIssue(issueOf(), 'completed'),
    ])
    expect(sent).toEqual(['create x at 0', 'comment a at 1', 'comment b at 2', 'close completed at 3'])
    expect((await made).title).toBe('x')
  })

  it('A throttled write waits only for the rest of the second', async () => {
    const { world, clock, sent } = throttledWorld()
    await world.github.comment(issueOf(), 'a')
    clock.advance(700)
    await world.github.comment(issueOf(), 'b')
    clock.advance(5000)
    await world.github.comment(issueOf(), 'c')
    expect(sent).toEqual(['comment a at 0', 'comment b at 1', 'comment c at 6'])
    expect(clock.sleeps).toEqual([300])
  })

  it('A throttled write that fails rejects, and delays no other write', async () => {
    const { world, sent } = throttledWorld()
    const failed = world.github.addLabels(issueOf(), ['bug'])
    const next = world.github.comment(issueOf(), 'a')
    await expect(failed).rejects.toThrow('403')
    await next
    expect(sent).toEqual(['label at 0', 'comment a at 1'])
  })
})

it('A throttled world sends its reads without waiting', async () => {
  const { world, clock, sent } = throttledWorld()
  await world.github.comment(issueOf(), 'a')
  await world.github.comments(issueOf())
  expect(sent).toEqual(['comment a at 0', 'read at 0'])
  expect(clock.sleeps).toEqual([])
})
