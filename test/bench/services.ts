import { type FreeScoutEmulator, startFreeScout } from '../support/freescout-emulator/index.ts'
import { type GitHubEmulator, startGitHub } from '../support/github-emulator/index.ts'
import type { Job } from '../support/runner.ts'

export const HOME = 'raxx-app/TradeMasterAPI'

/** The least that both directions need; everything else as by default. */
export const CONFIG = `
mailboxes: [ops@raxx.app, support@raxx.app]
user: ada@example.org
ticket: { mailbox: ops@raxx.app, customer: github@raxx.app }
`

const MINUTE_MS = 60_000

/** FreeScout and GitHub as a run finds them. */
export type Services = {
  freescout: FreeScoutEmulator
  github: GitHubEmulator
  /** From now on every answer comes after so many milliseconds. */
  delay: (ms: number) => void
  /** The run for a ticket, as the receiver's dispatch starts it. Without `config`, the configuration is a file. */
  ticketJob: (id: number, options?: { config?: string }) => Job
  /** The run for a label that was put on an issue. */
  labelJob: (issue: number, options?: { config?: string }) => Job
  sweepJob: () => Job
  /** A tagged ticket of some minutes ago, with no issue yet; gives its id. */
  addTicket: () => number
  /** An issue with a label that asks for a ticket; gives its number. */
  addIssue: () => number
  close: () => Promise<void>
}

/** Starts both emulators, with the configuration in the repository. */
export async function startServices(): Promise<Services> {
  const repositories = [{ name: HOME, visibility: 'private' as const }]
  const [freescout, github] = await Promise.all([
    startFreeScout(),
    startGitHub({ repositories, checkOpenApi: false }),
  ])
  github.setFile(HOME, '.github/freescout.yml', CONFIG)
  const job = (name: string, payload: unknown, config: string): Job => ({
    event: { name, payload },
    apiUrl: github.url,
    repository: HOME,
    inputs: {
      enabled: 'true',
      'freescout-url': freescout.url,
      'freescout-api-key': freescout.apiKey,
      config,
    },
  })
  let made = 0
  return {
    freescout,
    github,
    delay: ms => {
      for (const { faults } of [freescout, github]) {
        faults.length = 0
        const everything = { match: () => true, times: Number.POSITIVE_INFINITY }
        if (ms > 0) faults.push({ ...everything, trouble: { delayMs: ms } })
      }
    },
    ticketJob: (id, { config = CONFIG } = {}) => {
      const repository = github.repositoryInEvent(HOME)
      const payload = { action: 'freescout', repository, client_payload: { conversation_id: id } }
      return job('repository_dispatch', payload, config)
    },
    labelJob: (number, { config = CONFIG } = {}) => {
      const label = { name: 'customer-reported' }
      return job(
        'issues',
        { action: 'labeled', issue: { number }, label, repository: { full_name: HOME } },
        config,
      )
    },
    sweepJob: () => job('schedule', {}, `${CONFIG}sweep: { max-new: 1000 }\n`),
    addTicket: () => {
      const createdAt = new Date(freescout.clock.now().getTime() - 5 * MINUTE_MS)
      return freescout.addTicket({ subject: `Orders time out ${++made}`, tags: ['bug'], createdAt }).id
    },
    addIssue: () => {
      const { number } = github.addIssue(HOME, { title: 'Orders time out', body: 'Since **noon**, see #1.' })
      github.label(HOME, number, 'customer-reported')
      return number
    },
    close: async () => {
      await Promise.all([freescout.close(), github.close()])
    },
  }
}
