import { describe, expect, it } from 'vitest'
import { memoiseReads } from '../../../src/sweep/memoise.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { HOME, ops } from '../../support/observed-ticket.ts'

/** A remembering world, and what its services were asked; the first `failures` questions fail. */
function setUp({ failures = 0 } = {}) {
  const asked: string[] = []
  const answer = async <Answer>(question: string, value: Answer): Promise<Answer> => {
    asked.push(question)
    if (asked.length <= failures) throw new Error('FreeScout is in trouble (502).')
    return value
  }
  const world = memoiseReads(
    fakeWorld({
      freescout: {
        mailboxes: () => answer('mailboxes', [ops]),
        userId: user => answer(`user ${user}`, 1),
        ticket: id => answer(`ticket ${id}`, undefined),
      },
      github: {
        repository: name => answer(`repository ${name}`, { name, visibility: 'private' }),
      },
    }),
  )
  return { world, asked }
}

describe('What stays the same during a sweep', () => {
  it('is asked for once: mailboxes, the signing user', async () => {
    const { world, asked } = setUp()
    for (let round = 0; round < 3; round++) {
      expect(await world.freescout.mailboxes()).toEqual([ops])
      expect(await world.freescout.userId('ada@example.org')).toBe(1)
    }
    expect(asked).toEqual(['mailboxes', 'user ada@example.org'])
  })

  it('is asked for once even by many at once', async () => {
    const { world, asked } = setUp()
    await Promise.all([1, 2, 3].map(() => world.freescout.mailboxes()))
    expect(asked).toEqual(['mailboxes'])
  })

  it('is asked for again when the question failed', async () => {
    const { world, asked } = setUp({ failures: 1 })
    await expect(world.freescout.mailboxes()).rejects.toThrow('502')
    expect(await world.freescout.mailboxes()).toEqual([ops])
    expect(asked).toEqual(['mailboxes', 'mailboxes'])
  })
})

it('What may change is asked for each time', async () => {
  const { world, asked } = setUp()
  await world.freescout.ticket(12)
  await world.freescout.ticket(12)
  await world.github.repository(HOME) // It may turn public.
  await world.github.repository(HOME)
  expect(asked).toEqual(['ticket 12', 'ticket 12', `repository ${HOME}`, `repository ${HOME}`])
})
