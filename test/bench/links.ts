import { type Figures, figures } from './figures.ts'
import { type Measured, runBundle } from './process.ts'
import { roundTrips } from './requests.ts'
import { CONFIG, startServices } from './services.ts'

/** What making one link costs when every answer takes `delayMs`. */
export type Link = {
  direction: 'ticket → issue' | 'issue → ticket'
  /** Where the configuration is. */
  config: 'input' | 'file'
  delayMs: number
  wall: Figures
  requests: number
  roundTrips: number
}

/** Links tickets and issues, both ways, between servers that answer after each of these delays. */
export async function measureLinks(delays: number[], rounds: number): Promise<Link[]> {
  const services = await startServices()
  const { addTicket, addIssue, ticketJob, labelJob } = services
  const jobs = { 'ticket → issue': () => addTicket(), 'issue → ticket': () => addIssue() } as const
  try {
    const links: Link[] = []
    for (const delayMs of delays) {
      services.delay(delayMs)
      for (const direction of ['ticket → issue', 'issue → ticket'] as const) {
        for (const config of ['input', 'file'] as const) {
          const runs: Measured[] = []
          for (let round = 0; round < rounds; round++) {
            const text = { config: config === 'input' ? CONFIG : '' }
            const about = jobs[direction]()
            const isTicket = direction === 'ticket → issue'
            runs.push(await runBundle(isTicket ? ticketJob(about, text) : labelJob(about, text)))
          }
          links.push({ direction, config, delayMs, ...sumUp(runs) })
        }
      }
    }
    return links
  } finally {
    await services.close()
  }
}

function sumUp(runs: Measured[]): Pick<Link, 'wall' | 'requests' | 'roundTrips'> {
  return {
    wall: figures(runs.map(({ exitMs }) => exitMs)),
    requests: figures(runs.map(({ requests }) => requests.length)).median,
    roundTrips: figures(runs.map(({ requests }) => roundTrips(requests).length)).median,
  }
}
