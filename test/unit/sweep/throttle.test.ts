import { describe, expect, it } from 'vitest'
import type { GitHub } from '../../../src/github/client.ts'
import { throttleWrites } from '../../../src/sweep/throttle.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { fakeClock, NOON } from '../../support/http.ts'
import { HOME, issueOf } from '../../support/observed-ticket.ts'

/** A paced world that notes when each of its writes left, in seconds; `label` is refused. */
function setUp() {
  const clock = fakeClock()
  const sent: string[] = []
  const note = (what: string) => sent.push(`${what} at ${(clock.now() - NOON) / 1000}`)
  const github = {
    createIssue: async (_, { title }) => {
      note(`create ${title}`)
      return issueOf({ title })
    },
    comment: async (_, body) => void note(`comment ${body}`),
    addLabels: async () => {
      note('label')
      throw new Error('GitHub forbids this to the token (403).')
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

describe('Writes to GitHub', () => {
  it('leave a second apart, whatever they are, in the order in which they were asked for', async () => {
    const { world, sent } = setUp()
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

  it('wait no longer than what is left of that second', async () => {
    const { world, clock, sent } = setUp()
    await world.github.comment(issueOf(), 'a')
    clock.advance(700)
    await world.github.comment(issueOf(), 'b')
    clock.advance(5000)
    await world.github.comment(issueOf(), 'c')
    expect(sent).toEqual(['comment a at 0', 'comment b at 1', 'comment c at 6'])
    expect(clock.sleeps).toEqual([300])
  })

  it('that fail say so, and hold nobody up', async () => {
    const { world, sent } = setUp()
    const failed = world.github.addLabels(issueOf(), ['bug'])
    const next = world.github.comment(issueOf(), 'a')
    await expect(failed).rejects.toThrow('403')
    await next
    expect(sent).toEqual(['label at 0', 'comment a at 1'])
  })
})

it('Reads wait for nothing', async () => {
  const { world, clock, sent } = setUp()
  await world.github.comment(issueOf(), 'a')
  await world.github.comments(issueOf())
  expect(sent).toEqual(['comment a at 0', 'read at 0'])
  expect(clock.sleeps).toEqual([])
})
