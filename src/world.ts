import type { Clock } from './clock.ts'
import type { Config } from './config/schema.ts'
import type { FreeScout } from './freescout/client.ts'
import type { GitHub } from './github/client.ts'
import type { NewestIssues } from './github/newest-issues.ts'
import type { IsTrusted } from './github/trust.ts'

/** Takes one line per decision, ids and URLs only; `details` are folded up under it. */
export type Log = (line: string, details?: string[]) => void

/** What every reconcile works with: both services, the configuration, and where we are. */
export type World = {
  freescout: FreeScout
  github: GitHub
  newestIssues: NewestIssues
  config: Config
  isTrusted: IsTrusted
  clock: Clock
  /** GitHub's web address, such as `https://github.com`. */
  serverUrl: string
  /** The repository where the workflow runs, `owner/name`. */
  home: string
  dryRun: boolean
  log: Log
}
