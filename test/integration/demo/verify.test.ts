import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Installation, startInstallation } from '../../../demo/installation.ts'
import { type Outcome, playStory } from '../../../demo/story.ts'
import { verify } from '../../../demo/verify.ts'

let installation: Installation
let outcome: Outcome

beforeAll(async () => {
  installation = await startInstallation()
  outcome = await playStory(installation)
}, 60_000)
afterAll(() => installation?.close())

/** What a test changes: what GitHub and FreeScout show, and what the story saw. */
type Harm = {
  issue?: Record<string, unknown>
  issues?: unknown[]
  dispatch?: Record<string, unknown>
  field?: string
  ticket?: (ticket: ReturnType<Installation['freescout']['ticket']>) => void
  pending?: unknown[]
  mails?: unknown[]
  outcome?: Partial<Outcome>
}

/** The claims that do not hold when something is not as it should be. */
function failing({ issue, issues, dispatch, field, ticket, pending, mails, ...rest }: Harm): string[] {
  const { freescout, github } = installation
  const [real] = github.issues('raxx-app/TradeMasterAPI')
  const [sent] = github.dispatches
  const stored = structuredClone(freescout.ticket(1))
  ticket?.(stored)
  const harmed = {
    ...installation,
    freescout: {
      ...freescout,
      ticket: () => stored,
      ...(field !== undefined && { field: () => field }),
      ...(pending && { pending }),
      ...(mails && { mails: [...freescout.mails, ...mails] }),
    },
    github: {
      ...github,
      issues: () => issues ?? [{ ...real, ...issue }],
      ...(dispatch && {
        dispatches: [{ ...sent, client_payload: { ...sent?.client_payload, ...dispatch } }],
      }),
    },
  } as unknown as Installation
  return verify({ ...outcome, ...rest.outcome }, harmed)
    .filter(({ holds }) => !holds)
    .map(({ claim }) => claim)
}

const edit = (find: RegExp, replacement: string) => () => ({
  issue: { body: installation.github.issues('raxx-app/TradeMasterAPI')[0]?.body?.replace(find, replacement) },
})
const ours = (ticket: ReturnType<Installation['freescout']['ticket']>) =>
  ticket.threads.filter(({ type }) => type === 'note')

/** Each claim that the demo prints, and what makes it wrong. */
const CLAIMS: [claim: string, harm: () => Harm][] = [
  ['exactly one issue', () => ({ issues: [] })],
  ['its last line is the marker that names the ticket', edit(/ticket=1 /, 'ticket=2 ')],
  ["its title is the ticket's subject", () => ({ issue: { title: 'Help' } })],
  ['it quotes the message: no name, no address, no @ or # that acts', edit(/p95 latency/, '')],
  ['it quotes the message: no name, no address, no @ or # that acts', edit(/$/, ' Grace')],
  ['it quotes the message: no name, no address, no @ or # that acts', edit(/$/, ' @oncall')],
  ['it quotes the message: no name, no address, no @ or # that acts', edit(/$/, ' #41')],
  ['its labels are bug, incident, freescout-linked', () => ({ issue: { labels: ['bug'] } })],
  ["the field github_issue_url holds the issue's URL", () => ({ field: '' })],
  [
    'one internal note, by bot@raxx.app, names the issue',
    () => ({ ticket: ticket => Object.assign(ours(ticket)[0] ?? {}, { type: 'message' }) }),
  ],
  [
    'one internal note, by bot@raxx.app, names the issue',
    () => ({
      ticket: ticket => Object.assign(ours(ticket)[0] ?? {}, { createdBy: { type: 'user', id: 1 } }),
    }),
  ],
  [
    'the tags are auto:status, bug, auto-linked',
    () => ({
      ticket: ticket => {
        ticket.tags = ['bug']
      },
    }),
  ],
  ['the run says created', () => ({ outcome: { first: undefined } })],
  [
    'the dispatch held ids, and nothing of what the ticket says',
    () => ({ dispatch: { subject: 'Order API degraded' } }),
  ],
  [
    'the dispatch held ids, and nothing of what the ticket says',
    () => ({ dispatch: { source: 'p95 latency 4.8 s' } }),
  ],
  ['our own note came back as a webhook, and cost no run', () => ({ outcome: { echoes: [] } })],
  [
    'our own note came back as a webhook, and cost no run',
    () => ({ outcome: { dispatches: { before: 1, after: 2 } } }),
  ],
  ['a forged delivery was refused with 401', () => ({ outcome: { forged: undefined } })],
  [
    'a second run looked at both sides and wrote nothing',
    () => ({ outcome: { second: { ...outcome.second, costs: costs({ writes: 1 }) } } }),
  ],
  [
    'a second run looked at both sides and wrote nothing',
    () => ({ outcome: { second: { ...outcome.second, costs: costs({ reads: 0 }) } } }),
  ],
  ['no webhook is left to be sent again', () => ({ pending: [{}] })],
  [
    'nothing that was written sent a customer mail',
    () => ({ mails: [{ to: 'customer', why: 'reply', ticketId: 1 }] }),
  ],
]

function costs(one: { reads?: number; writes?: number }) {
  const { freescout, github } = outcome.second.costs
  return { freescout, github: { ...github, ...one } }
}

it('every claim of the demo holds after its story, and each has a test here that makes it wrong', () => {
  const claims = verify(outcome, installation)
  expect(claims.filter(({ holds }) => !holds)).toEqual([])
  expect(claims.map(({ claim }) => claim)).toEqual([...new Set(CLAIMS.map(([claim]) => claim))])
})

it.each(CLAIMS)('the demo does not claim “%s” when it is not so', (claim, harm) => {
  expect(failing(harm())).toContain(claim)
})
