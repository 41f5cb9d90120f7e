import { issueMarker } from '../../src/marks.ts'
import { type Measured, runBundle } from './process.ts'
import { HOME, type Services, startServices } from './services.ts'

const DAY_MS = 86_400_000
/** A message of middling length. */
const TEXT = 'Orders time out since noon. '.repeat(50)

/** What one sweep cost. `listed` are the requests before the first ticket is read: the lists' pages, and a few more. */
export type Swept = { requests: number; listed: number; ms: number; peakMiB: number }

/**
 * A sweep over so many tickets: first when all are linked and complete, then with so many more that have no issue.
 * `inUseMiB` is the most that was in use on the heap in a sweep of the first kind.
 */
export type Sweep = { tickets: number; unlinked: number; converged: Swept; inUseMiB: number; changing: Swept }

/** A sweep over linked tickets whose issues all changed a minute ago, and tickets without an issue. */
export type BusySweep = { linked: number; unlinked: number; swept: Swept }

/** Sweeps a busy repository: bots and people change the issues, and nothing of it concerns a ticket. */
export async function measureBusySweep(linked: number, unlinked: number): Promise<BusySweep> {
  const services = await startServices()
  try {
    addLinked(services, linked)
    for (const { number } of services.github.issues(HOME)) {
      services.github.editIssue(HOME, number, { title: `Changed ${number}` })
    }
    for (let number = 0; number < unlinked; number++) services.addTicket()
    const swept = await sweep(services)
    const made = services.github.issues(HOME).length
    if (made !== linked + unlinked) throw new Error(`There are ${made} issues.`)
    return { linked, unlinked, swept }
  } finally {
    await services.close()
  }
}

/** Sweeps over so many tickets, of which one in a hundred has no issue. */
export async function measureSweep(tickets: number): Promise<Sweep> {
  const services = await startServices()
  try {
    const unlinked = tickets / 100
    addLinked(services, tickets - unlinked)
    const converged = await sweep(services)
    const { MiB: inUseMiB } = await runBundle(services.sweepJob(), { memory: 'in use' })
    for (let number = 0; number < unlinked; number++) services.addTicket()
    const changing = await sweep(services)
    const made = services.github.issues(HOME).length
    if (made !== tickets) throw new Error(`There are ${made} issues for ${tickets} tickets.`)
    return { tickets, unlinked, converged, inUseMiB, changing }
  } finally {
    await services.close()
  }
}

/** Tickets that were linked weeks ago, each to an issue of its own, young enough to be in every list. */
function addLinked({ freescout, github }: Services, count: number): void {
  const createdAt = new Date(freescout.clock.now().getTime() - 20 * DAY_MS)
  for (let index = 1; index <= count; index++) {
    const { id } = freescout.addTicket({
      subject: `Linked ${index}`,
      tags: ['bug', 'auto-linked'],
      createdAt,
    })
    const ticketUrl = `${freescout.url}/conversation/${id}`
    const { number } = github.addIssue(HOME, {
      title: `Linked ${index}`,
      body: `${TEXT}\n\n${issueMarker({ id, url: ticketUrl })}`,
      labels: ['bug', 'freescout-linked'],
      author: 'github-actions[bot]',
      createdAt: createdAt.toISOString(),
    })
    freescout.setField(id, 'github_issue_url', `https://github.com/${HOME}/issues/${number}`)
  }
}

async function sweep({ sweepJob }: Services): Promise<Swept> {
  const run: Measured = await runBundle(sweepJob(), { memory: 'peak' })
  const { requests, exitMs, MiB } = run
  const isTicket = ({ line }: { line: string }) => /^GET \/api\/conversations\/\d/.test(line)
  const first = requests.findIndex(isTicket)
  const listed = first === -1 ? requests.length : first
  return { requests: requests.length, listed, ms: exitMs, peakMiB: MiB }
}
