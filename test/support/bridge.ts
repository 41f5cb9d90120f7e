import { expect } from 'vitest'
import { type FreeScoutEmulator, startFreeScout, type TicketInput } from './freescout-emulator/index.ts'
import { type GitHubEmulator, startGitHub } from './github-emulator/index.ts'
import { type Run, runAction } from './runner.ts'
import type { LoggedRequest } from './server.ts'

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
  /** Puts a label on an issue (unless it is to be `again`: the same event once more) and runs the bundle for it. */
  label: (
    issue: number,
    name: string,
    options?: { inputs?: Record<string, string>; again?: boolean },
  ) => Promise<Run>
  issueEvent: (issue: number, action: 'closed' | 'reopened', inputs?: Record<string, string>) => Promise<Run>
  /** Does something again that was done already, and asserts that nothing is written. */
  again: (rerun: () => Promise<Run>) => Promise<void>
  /** A ticket that came in some minutes ago, so that nobody waits for its tags; gives its id. */
  ticket: (input?: Partial<TicketInput>) => number
  /** Every request since the last call of `forget`, that would change something. */
  writes: () => LoggedRequest[]
  reads: () => LoggedRequest[]
  forget: () => void
  close: () => Promise<void>
}

/** Closes the emulators. It checks first that no run broke a rule of GitHub's API, or made FreeScout mail a customer. */
export async function closeUnharmed(bridge: Bridge): Promise<void> {
  expect(bridge.github.violations).toEqual([])
  expect(bridge.freescout.mails.filter(({ to }) => to === 'customer')).toEqual([])
  await bridge.close()
}

/** Starts both emulators. Close it, and assert `github.violations`, after each test. */
export async function startBridge({ repositories = [HOME] } = {}): Promise<Bridge> {
  const [freescout, github] = await Promise.all([
    startFreeScout(),
    startGitHub({ repositories: repositories.map(name => ({ name, visibility: 'private' })) }),
  ])
  const requests = () => [...freescout.log, ...github.log]
  const isRead = ({ method, path }: LoggedRequest) => method === 'GET' || path === '/graphql'
  const run: Bridge['run'] = (event, inputs = {}) =>
    runAction({
      event: { payload: {}, ...event },
      apiUrl: github.url,
      inputs: { ...everyInput(freescout), ...inputs },
    })
  return {
    freescout,
    github,
    run,
    dispatch: (ticketId, inputs) =>
      run({ name: 'repository_dispatch', payload: dispatchOf(ticketId, github) }, inputs),
    label: (issue, name, { inputs, again } = {}) => {
      if (!again) github.label(HOME, issue, name)
      return run({ name: 'issues', payload: issueEventOf(issue, 'labeled', name) }, inputs)
    },
    issueEvent: (issue, action, inputs) =>
      run({ name: 'issues', payload: issueEventOf(issue, action) }, inputs),
    again: async rerun => {
      freescout.log.length = 0
      github.log.length = 0
      const { exitCode, log } = await rerun()
      expect(exitCode, log).toBe(0)
      expect(lines(requests().filter(request => !isRead(request)))).toEqual([])
    },
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

/** GitHub's event for a dispatch of the receiver; it describes the repository as it is now. */
export function dispatchOf(ticketId: number, github: Pick<GitHubEmulator, 'repositoryInEvent'>): object {
  return {
    action: 'freescout',
    repository: github.repositoryInEvent(HOME),
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

function issueEventOf(number: number, action: string, label?: string): unknown {
  return {
    action,
    issue: { number },
    ...(label && { label: { name: label } }),
    repository: { full_name: HOME },
  }
}

/** The page of an issue in the home repository. */
export function issueUrl(number: number): string {
  return `https://github.com/${HOME}/issues/${number}`
}

/** Requests as a test reads them: `PUT /api/conversations/1/tags`. */
export function lines(requests: LoggedRequest[]): string[] {
  return requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`)
}

/** The inputs that every run has. */
export function everyInput({
  url,
  apiKey,
}: Pick<FreeScoutEmulator, 'url' | 'apiKey'>): Record<string, string> {
  return { enabled: 'true', 'freescout-url': url, 'freescout-api-key': apiKey, config: CONFIG }
}
