import { expect, it } from 'vitest'
import { ServiceError } from '../../../src/http/errors.ts'
import { sweep } from '../../../src/sweep/sweep.ts'
import { listing } from '../../support/fake-lists.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { ops, ticketOf } from '../../support/observed-ticket.ts'

/** Sweeps over one ticket for each entry: FreeScout does not answer when it is asked for a `silent` one. */
async function sweepOver(tickets: ('silent' | 'gone')[]) {
  const listed = tickets.map((_, index) => ticketOf({ id: index + 1, number: index + 1001 }))
  const { freescout, github } = listing({ tickets: ({ tag }) => (tag === 'bug' ? listed : []) })
  const log: string[] = []
  const world = fakeWorld({
    yaml: 'criteria: { tags: [bug] }\n',
    freescout: {
      ...freescout,
      mailboxes: async () => [ops],
      ticket: async id => {
        if (tickets[id - 1] === 'gone') return undefined
        throw new ServiceError('FreeScout gave no answer.', {
          service: 'FreeScout',
          cause: new Error('silence'),
        })
      },
    },
    github: { ...github, remaining: () => 5000 },
    log: line => log.push(line),
  })
  const { swept } = await sweep(world)
  return { lookedAt: swept?.items.length, left: swept?.left, log }
}

it('a sweep ends after six requests in a row without an answer, and leaves the other tickets', async () => {
  const { lookedAt, left, log } = await sweepOver(Array.from({ length: 20 }, () => 'silent'))
  expect(log).toContainEqual(expect.stringMatching(/^No answers any more: ticket \d+ and what comes after/))
  // Two more were under way when the sixth failed.
  expect(lookedAt).toBeLessThanOrEqual(8)
  expect(left).toBeGreaterThanOrEqual(12)
})

it('a sweep goes on after more than six requests without an answer, when answers come in between', async () => {
  const tickets = Array.from({ length: 24 }, (_, index) => (index % 3 === 2 ? 'gone' : 'silent'))
  const { lookedAt, left } = await sweepOver(tickets)
  expect(lookedAt).toBe(24)
  expect(left).toBe(0)
})
