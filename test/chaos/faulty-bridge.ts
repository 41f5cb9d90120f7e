import type { FreeScoutEmulator } from '../support/freescout-emulator/index.ts'
import type { GitHubEmulator } from '../support/github-emulator/index.ts'
import type { Run } from '../support/runner.ts'
import type { NetworkFault } from './network.ts'

export const HOME = 'raxx-app/TradeMasterAPI'
/** A second repository. Without a configuration that names it, no ticket may link to it. */
export const OTHER = 'raxx-app/billing'
export const REPOSITORIES = [HOME, OTHER].map(name => ({ name, visibility: 'private' as const }))
export const FIELD = 'github_issue_url'
export const CONFIG = `
mailboxes: [ops@raxx.app, support@raxx.app]
user: ada@example.org
`
export const TICKETS = 'ticket: { mailbox: ops@raxx.app, customer: github@raxx.app }\n'

/** With the last of its tickets, an issue is closed. */
export const CLOSING = `${CONFIG}${TICKETS}issue: { on-ticket-closed: close }\n`

/** What a run is asked to look at. */
export type Subject = { ticket: number } | { issue: number } | 'sweep'

/** How a run ended; `killed`: it did not. `took` is in milliseconds of the bridge's own time. */
export type RunEnd = Run & { killed: boolean; took: number }

/** Both emulators, and the action between them: in this process, or as the bundle. */
export type FaultyBridge = {
  freescout: FreeScoutEmulator
  github: GitHubEmulator
  /** Starts these runs at once, and waits until all have ended. */
  run: (subjects: Subject[], config?: string) => Promise<RunEnd[]>
  /** Lets time pass. */
  pass: (ms: number) => void
  addFault: (fault: NetworkFault) => void
  /** The trouble is over. */
  clearFaults: () => void
  close: () => Promise<void>
}

/** The inputs of a run. */
export function inputsFor(
  subject: Subject,
  { freescout }: Pick<FaultyBridge, 'freescout'>,
  config: string,
): Record<string, string> {
  const asked: Record<string, string> =
    subject === 'sweep'
      ? { command: 'sweep' }
      : 'ticket' in subject
        ? { command: 'sync', conversation: String(subject.ticket) }
        : { command: 'sync', issue: String(subject.issue) }
  return {
    enabled: 'true',
    'freescout-url': freescout.url,
    'freescout-api-key': freescout.apiKey,
    config,
    ...asked,
  }
}

/** The page of an issue, by default in the home repository. */
export function issueUrl(number: number, repository = HOME): string {
  return `https://github.com/${repository}/issues/${number}`
}

/** The page of a ticket. */
export function ticketUrl({ freescout }: Pick<FaultyBridge, 'freescout'>, id: number): string {
  return `${freescout.url}/conversation/${id}`
}

/** Whether a request changes nothing: a read, or the GraphQL query for the token's user. */
export function isRead({ method, path }: { method: string; path: string }): boolean {
  return method === 'GET' || path === '/graphql'
}

/** `PUT /api/conversations/1/tags`: a request without its query. */
export function lineOf({ method, path }: { method: string; path: string }): string {
  return `${method} ${path.split('?')[0]}`
}
