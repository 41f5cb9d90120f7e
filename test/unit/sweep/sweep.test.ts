import { describe, expect, it } from 'vitest'
import { ServiceError } from '../../../src/service-error.ts'
import { sweep } from '../../../src/sweep/sweep.ts'
import { listing } from '../../support/fake-lists.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { ops, ticketOf } from '../../support/observed-ticket.ts'

type Answer = 'no answer' | 'refused' | 'not found'

const failure = { service: 'FreeScout', call: 'look', todo: 'Wait.' } as const

const ERRORS: Record<Exclude<Answer, 'not found'>, () => ServiceError> = {
  'no answer': () =>
    new ServiceError({ ...failure, happened: 'FreeScout gave no answer', cause: new Error('ETIMEDOUT') }),
  refused: () => new ServiceError({ ...failure, happened: 'FreeScout refused this (403)', status: 403 }),
}

/** Sweeps tickets 1, 2, 3 …, each of which needs an issue. FreeScout answers reads of them as given, the last first. */
async function sweepTickets(answers: Answer[], { remaining = 5000 } = {}) {
  const tickets = answers.map((_, at) => ticketOf({ id: answers.length - at }))
  const { freescout, github } = listing({ tickets: () => tickets })
  const log: string[] = []
  const world = fakeWorld({
    freescout: {
      ...freescout,
      mailboxes: async () => [ops],
      userId: async () => 1,
      ticket: async id => {
        const answer = answers[answers.length - id] ?? 'not found'
        if (answer !== 'not found') throw ERRORS[answer]()
        return undefined
      },
    },
    github: { ...github, requestsLeft: () => remaining },
    yaml: 'sweep: { limit: 50 }\n',
    log: line => void log.push(line),
  })
  return { outcome: await sweep(world), log }
}

const repeated = (count: number, ...answers: Answer[]) => Array.from({ length: count }, () => answers).flat()

describe('A sweep in which services stop answering', () => {
  it('A sweep stops after six failures in a row without an answer, and leaves the rest', async () => {
    const { outcome, log } = await sweepTickets(repeated(20, 'no answer'))
    const failed = outcome.items.length
    expect(failed).toBeGreaterThanOrEqual(6)
    expect(failed).toBeLessThanOrEqual(8) // Two more were under way when the sixth failed.
    expect(outcome).toMatchObject({ result: 'failed', left: 20 - failed })
    expect(outcome.warnings).toEqual([`${20 - failed} left for the next sweep.`])
    expect(outcome.error?.message).toBe(
      `${failed} of ${failed} failed; the others are done. FreeScout gave no answer: could not look. Wait.`,
    )
    expect(log.join('\n')).toContain('There are no more answers: ')
  })

  it('A sweep goes on after six failures without an answer when answers come between them', async () => {
    const { outcome, log } = await sweepTickets(repeated(8, 'no answer', 'not found'))
    expect(outcome.items).toHaveLength(16)
    expect(outcome).toMatchObject({ result: 'failed', warnings: [], left: 0 })
    expect(log.join('\n')).not.toContain('There are no more answers')
  })

  it('A sweep goes on after any number of refusals, because a refusal is an answer', async () => {
    const { outcome } = await sweepTickets(repeated(12, 'refused'))
    expect(outcome.left).toBe(0)
    expect(outcome.items).toHaveLength(12)
  })
})

it('A sweep looks at nothing when too few requests are left this hour', async () => {
  const { outcome, log } = await sweepTickets(repeated(4, 'not found'), { remaining: 59 })
  expect(outcome).toMatchObject({ result: 'swept', items: [], left: 4 })
  expect(log).toContain('Only 59 requests are left this hour: stopping here.')
})
