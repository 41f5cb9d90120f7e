import { LINKED_LABEL } from '../../src/names.ts'
import { FAULT_KINDS } from './fault-kinds.ts'
import {
  FIELD,
  HOME,
  isRead,
  issueUrl,
  lineOf,
  type RunEnd,
  type Subject,
  ticketUrl,
} from './faulty-bridge.ts'
import type { NetworkFault } from './network.ts'
import { randomFrom } from './random.ts'
import { openSimulatedBridge, type SimulatedBridge } from './simulated-bridge.ts'
import { tagged } from './situation.ts'

/** Several runs at once. `next` is the run that may be needed after them. */
export type Race = {
  name: string
  start: (bridge: SimulatedBridge, runs: number) => { subjects: Subject[]; next: Subject[] }
  /** What is wrong on either side; empty when nothing is. */
  faultsFound: (bridge: SimulatedBridge) => string[]
}

const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item)

/** One sweep, or two at the same time when the number of runs is odd. */
const sweeps = (runs: number): Subject[] => many(1 + (runs % 2), 'sweep')

function filed(bridge: SimulatedBridge): number {
  const { number } = bridge.github.addIssue(HOME, { title: 'Orders time out', body: 'Since Monday.' })
  bridge.github.label(HOME, number, 'regression')
  bridge.pass(60_000)
  return number
}

export const RACES: Race[] = [
  {
    name: 'runs on one ticket',
    start: (bridge, runs) => {
      const ticket = tagged(bridge)
      return { subjects: many(runs, { ticket }), next: [{ ticket }] }
    },
    faultsFound: oneIssuePerTicket,
  },
  {
    name: 'runs on one ticket, and one or two sweeps',
    start: (bridge, runs) => {
      const ticket = tagged(bridge)
      return { subjects: [...many(runs - 1, { ticket }), ...sweeps(runs)], next: [{ ticket }] }
    },
    faultsFound: oneIssuePerTicket,
  },
  {
    name: 'runs on one issue',
    start: (bridge, runs) => {
      const issue = filed(bridge)
      return { subjects: many(runs, { issue }), next: [{ issue }] }
    },
    faultsFound: oneTicketPerIssue,
  },
  {
    name: 'runs on one issue, and one or two sweeps',
    start: (bridge, runs) => {
      const issue = filed(bridge)
      return { subjects: [...many(runs - 1, { issue }), ...sweeps(runs)], next: [{ issue }] }
    },
    faultsFound: oneTicketPerIssue,
  },
  {
    name: 'runs that relay one note, and a sweep',
    start: (bridge, runs) => {
      const { number } = bridge.github.addIssue(HOME, { title: 'Orders time out' })
      const { id: ticket } = bridge.freescout.addTicket({
        subject: 'The same here',
        fields: { [FIELD]: issueUrl(number) },
      })
      bridge.freescout.agentNote(ticket, '<p>/github It also happens in Safari.</p>')
      bridge.pass(60_000)
      return { subjects: [...many(runs - 1, { ticket }), 'sweep'], next: [{ ticket }] }
    },
    faultsFound: ({ github }) => {
      const relayed = github.issues(HOME).flatMap(({ comments }) => comments.filter(isRelayed))
      return relayed.length === 1 ? [] : [`the note was relayed ${relayed.length} times`]
    },
  },
]

function isRelayed({ body }: { body: string }): boolean {
  return body.includes(' thread=')
}

/** One race as it went. `settledBy`: after how many more runs all was right; `undefined`: not after two. */
export type RaceResult = {
  ends: RunEnd[]
  /** How many issues or tickets were made too many, and given up by those that made them. */
  surplus: number
  settledBy: number | undefined
  wrong: string[]
}

/** Lets `runs` runs race; latencies, starts and faults follow from the seed. */
export async function race(
  { start, faultsFound }: Race,
  { seed, runs, disturbed }: { seed: number; runs: number; disturbed: boolean },
): Promise<RaceResult> {
  const most = randomFrom(seed).pick([50, 400, 3000])
  const bridge = await openSimulatedBridge({ seed, latency: { least: 1, most }, startWithinMs: most * 3 })
  try {
    const { subjects, next } = start(bridge, runs)
    if (disturbed) for (const fault of faultsFor(seed)) bridge.addFault(fault)
    const ends = await bridge.run(subjects)
    bridge.clearFaults()
    bridge.github.catchUp()
    let settledBy: number | undefined
    for (const [done, more] of [next, ['sweep' as const], undefined].entries()) {
      if (!faultsFound(bridge).length) settledBy ??= done
      if (settledBy !== undefined || !more) break
      bridge.pass(60_000)
      await bridge.run(more)
    }
    const wrong = faultsFound(bridge)
    const surplus = bridge.github.issues(HOME).length + bridge.freescout.tickets.size - 2
    bridge.pass(60_000)
    await bridge.run(next)
    await bridge.run(['sweep'])
    // What the last two runs found to do may be another side's news; after them there must be nothing left.
    bridge.network.attempts.length = 0
    await bridge.run(next)
    await bridge.run(['sweep'])
    return {
      ends,
      settledBy,
      surplus,
      wrong: [
        ...wrong,
        ...faultsFound(bridge),
        ...bridge.network.attempts
          .filter(attempt => !isRead(attempt))
          .map(attempt => `written in vain: ${lineOf(attempt)}`),
        ...bridge.github.violations,
      ],
    }
  } finally {
    await bridge.close()
  }
}

/** One of the first writes fails in some way. */
function faultsFor(seed: number): NetworkFault[] {
  const random = randomFrom(seed)
  const kind = random.pick(FAULT_KINDS.filter(({ name }) => !name.startsWith('204') && name !== '401'))
  let writesBefore = random.below(8)
  return [
    {
      match: request => !isRead(request) && (kind.befalls?.(request) ?? true) && writesBefore-- <= 0,
      trouble: kind.trouble,
    },
  ]
}

/** One open issue is made from the ticket, the others are closed as its duplicates, and the ticket names that one. */
function oneIssuePerTicket(bridge: SimulatedBridge): string[] {
  const { freescout, github } = bridge
  const [ticket] = [...freescout.tickets.keys()]
  if (ticket === undefined) return ['there is no ticket']
  const marker = `<!-- freescout-autolink ticket=${ticket} url=${ticketUrl(bridge, ticket)} -->`
  const made = github.issues(HOME).filter(({ body }) => body?.endsWith(marker))
  const [canonical, ...more] = made.filter(({ stateReason }) => stateReason !== 'duplicate')
  if (!canonical) return ['there is no issue']
  const surplus = made.filter(issue => issue !== canonical)
  const url = issueUrl(canonical.number)
  const newest = freescout.notes(ticket)[0] ?? ''
  return [
    ...more.map(({ number }) => `issue #${number} is open beside #${canonical.number}`),
    ...(surplus.some(({ number }) => number < canonical.number) ? ['an older issue was given up'] : []),
    ...surplus
      .filter(
        ({ comments }) =>
          !comments.some(({ body }) => body.startsWith('[freescout-autolink] Duplicate of #')),
      )
      .map(({ number }) => `issue #${number} is not told that it is a duplicate`),
    ...(canonical.labels.includes(LINKED_LABEL) ? [] : ['the issue lacks its label']),
    ...(freescout.field(ticket, FIELD) === url ? [] : [`the field says ${freescout.field(ticket, FIELD)}`]),
    ...(newest.includes(url) ? [] : [`the newest note says ${newest}`]),
    ...missing(freescout.ticket(ticket).tags, ['bug', 'auto-linked']),
  ]
}

/** One open ticket names the issue; the others are closed, say "none" in the field, and have a note that says why. */
function oneTicketPerIssue({ freescout, github }: SimulatedBridge): string[] {
  const [issue] = github.issues(HOME)
  if (!issue) return ['there is no issue']
  const url = issueUrl(issue.number)
  const ids = [...freescout.tickets.keys()].toSorted((one, other) => one - other)
  const [canonical, ...more] = ids.filter(id => freescout.field(id, FIELD) === url)
  if (canonical === undefined) return ['there is no ticket']
  const page = `${freescout.url}/conversation/${canonical}`
  const told = issue.comments.filter(({ body }) => body.includes('FreeScout ticket: '))
  return [
    ...more.map(id => `ticket ${id} is linked beside ${canonical}`),
    ...ids.filter(id => id < canonical).map(id => `the older ticket ${id} was given up`),
    ...ids
      .filter(id => id > canonical)
      .filter(
        id =>
          freescout.ticket(id).status !== 'closed' ||
          !freescout.notes(id).some(note => note.includes('This ticket is a duplicate')),
      )
      .map(id => `ticket ${id} is not closed with a note`),
    ...(told.length ? [] : ['the issue is not told its ticket']),
    ...told
      .filter(({ body }) => !body.endsWith(`=${page} -->`))
      .map(({ body }) => `the issue is told: ${body}`),
    ...missing(freescout.ticket(canonical).tags, ['_from_github', 'bug', 'regression']),
  ]
}

function missing(tags: string[], wanted: string[]): string[] {
  return wanted.filter(tag => !tags.includes(tag)).map(tag => `the tag ${tag} is missing`)
}
