import { type FreeScoutEmulator, startFreeScout, type TicketInput } from '../emulator/freescout/index.ts'
import { type GitHubEmulator, startGitHub } from '../emulator/github/index.ts'
import { type Run, runAction } from '../emulator/runner.ts'
import type { LoggedRequest } from '../emulator/server.ts'

export const HOME = 'raxx-app/TradeMasterAPI'

/** A configuration for the emulated FreeScout: two watched mailboxes, everything else as by default. */
export const CONFIG = `
mailboxes: [ops@raxx.app, support@raxx.app]
user: ada@example.org
ticket: { mailbox: ops@raxx.app, customer: github@raxx.app }
`

/** Both emulators and the committed bundle between them. */
export type Bridge = {
  freescout: FreeScoutEmulator
  github: GitHubEmulator
  /** Runs the bundle for an event; inputs are added to those that every run has. */
  run: (event: { name: string; payload?: unknown }, inputs?: Record<string, string>) => Promise<Run>
  /** Runs the bundle for a ticket, as the receiver's dispatch would. */
  dispatch: (ticketId: number, inputs?: Record<string, string>) => Promise<Run>
  /** A ticket that came in some minutes ago, so that nobody waits for its tags; gives its id. */
  ticket: (input?: Partial<TicketInput>) => number
  /** Every request since the last call of `forget`, that would change something. */
  writes: () => LoggedRequest[]
  reads: () => LoggedRequest[]
  forget: () => void
  close: () => Promise<void>
}

/** Starts both emulators. Close it, and assert `github.violations`, after each test. */
export async function startBridge(): Promise<Bridge> {
  const [freescout, github] = await Promise.all([startFreeScout(), startGitHub()])
  const requests = () => [...freescout.log, ...github.log]
  const isRead = ({ method, path }: LoggedRequest) => method === 'GET' || path === '/graphql'
  const run: Bridge['run'] = (event, inputs = {}) =>
    runAction({
      event: { payload: {}, ...event },
      apiUrl: github.url,
      inputs: {
        enabled: 'true',
        'freescout-url': freescout.url,
        'freescout-api-key': freescout.apiKey,
        config: CONFIG,
        ...inputs,
      },
    })
  return {
    freescout,
    github,
    run,
    dispatch: (ticketId, inputs) =>
      run({ name: 'repository_dispatch', payload: dispatchOf(ticketId) }, inputs),
    ticket: input => {
      const { id } = freescout.addTicket({ subject: 'Orders are rejected', tags: ['bug'], ...input })
      freescout.clock.advance(5 * 60_000)
      return id
    },
    writes: () => requests().filter(request => !isRead(request)),
    reads: () => requests().filter(isRead),
    forget: () => {
      freescout.log.length = 0
      github.log.length = 0
    },
    close: async () => {
      await Promise.all([freescout.close(), github.close()])
    },
  }
}

/** GitHub's event for a dispatch of the receiver. */
export function dispatchOf(ticketId: number): unknown {
  return {
    action: 'freescout',
    client_payload: {
      event: 'convo.created',
      conversation_id: ticketId,
      number: null,
      mailbox_id: null,
      source: 'ops',
      received_at: '2026-11-22T12:00:00Z',
    },
  }
}

/** Requests as a test reads them: `PUT /api/conversations/1/tags`. */
export function lines(requests: LoggedRequest[]): string[] {
  return requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`)
}
