import { describe, expect, it } from 'vitest'
import type { Repository } from '../../src/model.ts'
import type { Change, IssueOutcome, TicketOutcome } from '../../src/outcome.ts'
import { type Done, type Plan, reconcile } from '../../src/reconcile.ts'
import { ServiceError } from '../../src/service-error.ts'
import { fakeWorld } from '../support/fake-world.ts'
import { fakeClock } from '../support/http.ts'

type Step = { do: Change }

/** One attempt: its plan, and what applying it yields and throws. `'gone'`: there is nothing to look at. */
type Attempt = { plan: Plan<Step>; yields?: Done[]; fails?: unknown } | 'gone' | Error

const issue = { repository: 'o/r', number: 7, url: 'https://github.com/o/r/issues/7', title: 'x' }
const ticket = { id: 12, number: 1042, url: 'https://tickets.example.org/conversation/12' }

function planOf(steps: Change[], more: Partial<Plan<Step>> = {}): Plan<Step> {
  return { steps: steps.map(step => ({ do: step })), result: 'created', warnings: [], ...more }
}

/** What applying yields for these changes. */
function changed(...changes: Change[]): Done[] {
  return changes.map(change => ({ change }))
}

const nothing = planOf([], { result: 'unchanged', reason: 'already-linked' })

function lost(): ServiceError {
  const happened = 'GitHub gave no answer'
  return new ServiceError({ service: 'GitHub', call: 'write', happened, todo: 'Wait.', mayHaveActed: true })
}

function refused(): ServiceError {
  const happened = 'GitHub refused the request (422)'
  return new ServiceError({ service: 'GitHub', call: 'write', happened, todo: 'Look.', status: 422 })
}

const fromTicket: TicketOutcome = {
  kind: 'ticket',
  result: 'skipped',
  reason: 'ticket-not-found',
  ticket: { id: 12, url: ticket.url },
  changes: [],
  warnings: [],
}

const fromIssue: IssueOutcome = {
  kind: 'issue',
  result: 'skipped',
  reason: 'issue-not-found',
  issue,
  changes: [],
  warnings: [],
}

/** Reconciles with these attempts, the last one again and again. Unless told otherwise, each step yields its change. */
async function run(
  attempts: Attempt[],
  {
    name = 'Ticket 12',
    dryRun = false,
    start = fromTicket as TicketOutcome | IssueOutcome,
    homeInEvent = undefined as Repository | undefined,
  } = {},
) {
  const clock = fakeClock()
  const lines: string[] = []
  let looks = 0
  const world = fakeWorld({ clock, dryRun, homeInEvent, log: line => void lines.push(line) })
  const outcome = await reconcile(
    {
      name,
      start,
      observe: async attempt => {
        looks += 1
        expect(attempt).toBe(looks)
        const current = attempts[Math.min(looks, attempts.length) - 1]
        if (current instanceof Error) throw current
        return current === 'gone' ? undefined : current
      },
      plan: ({ plan }) => plan,
      about: step => `about ${step.do}`,
      ticketOf: () => ticket,
      apply: async function* (plan, { yields, fails }) {
        yield* yields ?? changed(...(fails === undefined ? plan.steps.map(step => step.do) : []))
        if (fails !== undefined) throw fails
      },
    },
    world,
  )
  return { outcome, lines, looks, waited: clock.sleeps }
}

describe('A reconcile', () => {
  it('carries out the plan and gives the result, in one line of the log too', async () => {
    const plan = planOf(['set-field', 'add-note'], { result: 'updated', issue, warnings: ['Look here.'] })
    const { outcome, lines, looks } = await run([{ plan }])
    expect(outcome).toEqual({
      kind: 'ticket',
      result: 'updated',
      reason: undefined,
      ticket,
      issue,
      changes: [{ change: 'set-field' }, { change: 'add-note' }],
      warnings: ['Look here.'],
    })
    expect(lines).toEqual(['Ticket 12: updated'])
    expect(looks).toBe(1)
  })

  it('says why when there is nothing to do', async () => {
    const { outcome, lines } = await run([{ plan: nothing }])
    expect(outcome).toMatchObject({ result: 'unchanged', reason: 'already-linked', changes: [] })
    expect(lines).toEqual([
      'Ticket 12: unchanged – the link is complete, and there is nothing new to announce',
    ])
  })

  it('keeps the outcome of the start when there is nothing to look at', async () => {
    const { outcome } = await run(['gone'])
    expect(outcome).toMatchObject({ result: 'skipped', reason: 'ticket-not-found', ticket: { id: 12 } })
  })

  it('names what was made on the way', async () => {
    const plan = planOf(['create-issue'])
    const { outcome } = await run([{ plan, yields: [{ change: 'create-issue', issue }] }])
    expect(outcome.issue?.number).toBe(7)
  })

  it('says "adopted" when another run turned out to have been first', async () => {
    const yields: Done[] = [{ issue, lostRace: true }]
    const { outcome } = await run([{ plan: planOf(['create-issue']), yields }])
    expect(outcome).toMatchObject({ result: 'adopted', issue })
  })

  it('writes nothing in a dry run, and lists what it would do', async () => {
    const plan = planOf(['create-issue', 'set-field'])
    const { outcome, lines } = await run([{ plan, fails: new Error('It was carried out.') }], {
      dryRun: true,
    })
    expect(outcome).toMatchObject({
      result: 'created',
      changes: [
        { change: 'create-issue', about: 'about create-issue' },
        { change: 'set-field', about: 'about set-field' },
      ],
    })
    expect(outcome.error).toBeUndefined()
    expect(lines).toEqual(['Ticket 12: dry run, would create an issue and link it'])
  })

  it('says of a failed dry run that it failed, and not what it would be', async () => {
    const { lines } = await run([new Error('No answer.')], { dryRun: true })
    expect(lines).toEqual(['Ticket 12: failed'])
  })

  it('says with each change what people want to know of it', async () => {
    const yields: Done[] = [{ change: 'add-tag', about: '"auto-linked"' }]
    const { outcome } = await run([{ plan: planOf(['add-tag']), yields }])
    expect(outcome.changes).toEqual([{ change: 'add-tag', about: '"auto-linked"' }])
  })

  const tags = { kind: 'tags' as const, onTicket: ['vip'], counting: ['bug'], keywordCounts: false }
  const untagged = planOf([], { result: 'skipped', reason: 'no-trigger-tag', details: tags })

  it('names the tags of a ticket in a private repository', async () => {
    const home = { name: 'o/r', visibility: 'private' as const }
    const { outcome, lines } = await run([{ plan: untagged }], { homeInEvent: home })
    expect(outcome.details).toEqual(tags)
    expect(lines.join()).toContain('It has "vip". These count: "bug".')
  })

  it.each(['public', 'internal', undefined] as const)(
    'gives only the number of tags in a repository that is %s',
    async visibility => {
      const homeInEvent = visibility && { name: 'o/r', visibility }
      const { outcome, lines } = await run([{ plan: untagged }], { homeInEvent })
      expect(outcome.details).toEqual({ ...tags, onTicket: 1 })
      expect(lines.join()).toContain('It has 1 tag. These count: "bug".')
    },
  )
})

describe('A failure', () => {
  it('is in the outcome with what was done before, and nothing is thrown', async () => {
    const error = refused()
    const plan = planOf(['set-field', 'add-note'], { issue })
    const { outcome, lines, looks } = await run([{ plan, yields: changed('set-field'), fails: error }])
    expect(outcome).toMatchObject({ result: 'failed', changes: [{ change: 'set-field' }], issue, error })
    expect(outcome.reason).toBeUndefined()
    expect(lines).toEqual(['Ticket 12: failed'])
    expect(looks).toBe(1)
  })

  it('of an observation is in the outcome too', async () => {
    const { outcome } = await run([new Error('FreeScout is not working right now (502).')])
    expect(outcome).toMatchObject({ result: 'failed', changes: [] })
    expect(outcome.error?.message).toContain('502')
  })

  it('that is no error becomes one', async () => {
    const { outcome } = await run([{ plan: planOf(['comment']), fails: 'a word' }])
    expect(outcome.error).toEqual(new Error('a word'))
  })
})

describe('A lost answer', () => {
  const first = {
    plan: planOf(['set-field', 'add-note']),
    yields: changed('set-field'),
    fails: lost(),
  }

  it('is followed by another look, which does what is left', async () => {
    const rest = planOf(['add-note'], { result: 'updated' })
    const { outcome, looks, waited } = await run([first, { plan: rest }])
    expect(outcome).toMatchObject({
      result: 'updated',
      changes: [{ change: 'set-field' }, { change: 'add-note' }],
    })
    expect(outcome.error).toBeUndefined()
    expect([looks, waited]).toEqual([2, [3000]])
  })

  it('of what had been done after all leaves nothing to do: the first result stands', async () => {
    const { outcome } = await run([first, { plan: nothing }])
    expect(outcome).toMatchObject({ result: 'created', changes: [{ change: 'set-field' }] })
    expect(outcome.reason).toBeUndefined()
  })

  it('takes nothing back that people should look at', async () => {
    const yields: Done[] = [{ warning: 'The label is missing.' }]
    const plan = planOf(['create-issue'], { warnings: ['Moved.'] })
    const { outcome } = await run([
      { plan, yields, fails: lost() },
      { plan: { ...nothing, warnings: ['Moved.'] } },
    ])
    expect(outcome.warnings).toEqual(['Moved.', 'The label is missing.'])
    expect(plan.warnings).toEqual(['Moved.'])
  })

  it('each time is reported after three attempts', async () => {
    const { outcome, looks, waited } = await run([{ plan: planOf(['comment']), fails: lost() }])
    expect(outcome).toMatchObject({ result: 'failed', changes: [] })
    expect([looks, waited]).toEqual([3, [3000, 3000]])
  })

  it.each([
    ['Ticket 12', 'create-issue', 'GitHub', fromTicket],
    ['Issue o/r#7', 'create-ticket', 'FreeScout', fromIssue],
  ] as const)('to a creation for %s never makes a second one', async (name, step, service, start) => {
    const creation = { plan: planOf([step]), fails: lost() }
    const { outcome, looks } = await run([creation, { plan: planOf([step]) }], { name, start })
    expect(outcome).toMatchObject({ result: 'failed', changes: [], error: { service, mayHaveActed: true } })
    expect(outcome.error?.message).toMatch(/It is not created a second time now\. Run the workflow again/)
    expect(looks).toBe(2)
  })

  it('to a creation that is found on the next look goes on from there', async () => {
    const creation = { plan: planOf(['create-issue', 'set-field']), fails: lost() }
    const adoption = { plan: planOf(['set-field'], { result: 'adopted', issue }) }
    const { outcome } = await run([creation, adoption])
    expect(outcome).toMatchObject({ result: 'adopted', changes: [{ change: 'set-field' }], issue })
  })
})
