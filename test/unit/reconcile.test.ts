import { describe, expect, it } from 'vitest'
import { ServiceError } from '../../src/http/errors.ts'
import type { Change, Outcome } from '../../src/outcome.ts'
import { type Plan, type Progress, reconcile } from '../../src/reconcile.ts'
import { fakeWorld } from '../support/fake-world.ts'
import { fakeClock } from '../support/http.ts'

type Step = { do: Change }

/** One look: what it plans, and what becomes of it. `'gone'`: there is nothing to look at. */
type Turn = { plan: Plan<Step>; apply?: (progress: Progress) => void } | 'gone' | Error

const issue = { repository: 'o/r', number: 7, url: 'https://github.com/o/r/issues/7' }
const ticket = { id: 12, number: 1042, url: 'https://tickets.example.org/conversation/12' }

function planOf(steps: Change[], more: Partial<Plan<Step>> = {}): Plan<Step> {
  return { steps: steps.map(step => ({ do: step })), result: 'created', warnings: [], ...more }
}

const nothing = planOf([], { result: 'unchanged', reason: 'already-linked' })

function lost(): ServiceError {
  return new ServiceError('GitHub gave no answer.', { service: 'GitHub', mayHaveActed: true })
}

function refused(): ServiceError {
  return new ServiceError('GitHub refused the request (422).', { service: 'GitHub', status: 422 })
}

/** Reconciles with these looks, the last one again and again; steps are carried out as far as `apply` lets them. */
async function run(turns: Turn[], { name = 'Ticket 12', dryRun = false } = {}) {
  const clock = fakeClock()
  const lines: string[] = []
  let looks = 0
  const outcome: Outcome = {
    result: 'skipped',
    reason: 'ticket-not-found',
    ticket: { id: 12, url: ticket.url },
    changes: [],
    warnings: [],
  }
  const world = fakeWorld({ clock, dryRun, log: line => void lines.push(line) })
  const result = await reconcile<Step>({ name, outcome }, world, async attempt => {
    looks += 1
    expect(attempt).toBe(looks)
    const turn = turns[Math.min(looks, turns.length) - 1]
    if (turn instanceof Error) throw turn
    if (!turn || turn === 'gone') return undefined
    return {
      plan: turn.plan,
      ticket,
      apply: async progress => {
        turn.apply?.(progress)
        progress.changes.push(...turn.plan.steps.map(step => step.do))
      },
    }
  })
  return { outcome: result, lines, looks, waited: clock.sleeps }
}

/** Does some steps, then fails. */
const fails =
  (error: Error, done: Change[] = []) =>
  (progress: Progress) => {
    progress.changes.push(...done)
    throw error
  }

describe('A reconcile', () => {
  it('carries out the plan and says what came of it, in one line of the log too', async () => {
    const plan = planOf(['set-field', 'add-note'], { result: 'updated', issue, warnings: ['Look here.'] })
    const { outcome, lines, looks } = await run([{ plan }])
    expect(outcome).toEqual({
      result: 'updated',
      ticket,
      issue,
      changes: ['set-field', 'add-note'],
      warnings: ['Look here.'],
    })
    expect(lines).toEqual(['Ticket 12: updated'])
    expect(looks).toBe(1)
  })

  it('says why when there is nothing to do', async () => {
    const { outcome, lines } = await run([{ plan: nothing }])
    expect(outcome).toMatchObject({ result: 'unchanged', reason: 'already-linked', changes: [] })
    expect(lines).toEqual(['Ticket 12: unchanged – linked and complete, nothing new to tell'])
  })

  it('keeps what was said beforehand when there is nothing to look at', async () => {
    const { outcome } = await run(['gone'])
    expect(outcome).toMatchObject({ result: 'skipped', reason: 'ticket-not-found', ticket: { id: 12 } })
  })

  it('names what was made on the way', async () => {
    const plan = planOf(['create-issue'])
    const { outcome } = await run([{ plan, apply: progress => void Object.assign(progress, { issue }) }])
    expect(outcome.issue?.number).toBe(7)
  })

  it('says "adopted" when another run turned out to have been first', async () => {
    const apply = (progress: Progress) => {
      progress.issue = issue
      progress.lostRace = true
    }
    const { outcome } = await run([{ plan: planOf(['create-issue']), apply }])
    expect(outcome).toMatchObject({ result: 'adopted', issue })
  })

  it('writes nothing in a dry run, and lists what it would do', async () => {
    const plan = planOf(['create-issue', 'set-field'])
    const { outcome } = await run([{ plan, apply: fails(new Error('It was carried out.')) }], {
      dryRun: true,
    })
    expect(outcome).toMatchObject({ result: 'created', changes: ['create-issue', 'set-field'] })
    expect(outcome.error).toBeUndefined()
  })
})

describe('A failure', () => {
  it('is told with what was done before, and nothing is thrown', async () => {
    const error = refused()
    const plan = planOf(['set-field', 'add-note'], { issue })
    const { outcome, lines, looks } = await run([{ plan, apply: fails(error, ['set-field']) }])
    expect(outcome).toMatchObject({ result: 'failed', changes: ['set-field'], issue, error })
    expect(outcome.reason).toBeUndefined()
    expect(lines).toEqual(['Ticket 12: failed'])
    expect(looks).toBe(1)
  })

  it('of a look is told too', async () => {
    const { outcome } = await run([new Error('FreeScout is in trouble (502).')])
    expect(outcome).toMatchObject({ result: 'failed', changes: [] })
    expect(outcome.error?.message).toContain('502')
  })

  it('that is no error becomes one', async () => {
    const apply = () => {
      throw 'a word'
    }
    const { outcome } = await run([{ plan: planOf(['comment']), apply }])
    expect(outcome.error).toEqual(new Error('a word'))
  })
})

describe('A lost answer', () => {
  const first = { plan: planOf(['set-field', 'add-note']), apply: fails(lost(), ['set-field']) }

  it('is followed by another look, which does what is left', async () => {
    const rest = planOf(['add-note'], { result: 'updated' })
    const { outcome, looks, waited } = await run([first, { plan: rest }])
    expect(outcome).toMatchObject({ result: 'updated', changes: ['set-field', 'add-note'] })
    expect(outcome.error).toBeUndefined()
    expect([looks, waited]).toEqual([2, [3000]])
  })

  it('of what had been done after all leaves nothing to do: the first result stands', async () => {
    const { outcome } = await run([first, { plan: nothing }])
    expect(outcome).toMatchObject({ result: 'created', changes: ['set-field'] })
    expect(outcome.reason).toBeUndefined()
  })

  it('takes nothing back that people should look at', async () => {
    const apply = (progress: Progress) => {
      progress.warnings.push('The label is missing.')
      throw lost()
    }
    const plan = planOf(['create-issue'], { warnings: ['Moved.'] })
    const { outcome } = await run([{ plan, apply }, { plan: { ...nothing, warnings: ['Moved.'] } }])
    expect(outcome.warnings).toEqual(['Moved.', 'The label is missing.'])
    expect(plan.warnings).toEqual(['Moved.'])
  })

  it('each time is told after three looks', async () => {
    const { outcome, looks, waited } = await run([{ plan: planOf(['comment']), apply: fails(lost()) }])
    expect(outcome).toMatchObject({ result: 'failed', changes: [] })
    expect([looks, waited]).toEqual([3, [3000, 3000]])
  })

  it.each([
    ['Ticket 12', 'create-issue', 'GitHub'],
    ['Issue o/r#7', 'create-ticket', 'FreeScout'],
  ] as const)('to a creation for %s never makes a second one', async (name, step, service) => {
    const creation = { plan: planOf([step]), apply: fails(lost()) }
    const { outcome, looks } = await run([creation, { plan: planOf([step]) }], { name })
    expect(outcome).toMatchObject({ result: 'failed', changes: [], error: { service, mayHaveActed: true } })
    expect(outcome.error?.message).toMatch(/It is not made a second time now\. Run the workflow again/)
    expect(looks).toBe(2)
  })

  it('to a creation that is found on the next look goes on from there', async () => {
    const creation = { plan: planOf(['create-issue', 'set-field']), apply: fails(lost()) }
    const adoption = { plan: planOf(['set-field'], { result: 'adopted', issue }) }
    const { outcome } = await run([creation, adoption])
    expect(outcome).toMatchObject({ result: 'adopted', changes: ['set-field'], issue })
  })
})
