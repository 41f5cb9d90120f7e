import type { Clock } from './clock.ts'
import type { Config } from './config/schema.ts'
import type { FreeScout } from './freescout/client.ts'
import type { GitHub } from './github/client.ts'
import type { NewestIssues } from './github/newest-issues.ts'
import type { RepositoryNames } from './github/repository-names.ts'
import type { IsTrusted } from './github/trust.ts'
import type { Repository } from './model.ts'
import type { Texts } from './texts/catalogue.ts'

/** Takes one line per decision, with ids and URLs only; `details` are folded under it. */
export type Log = (line: string, details?: string[]) => void

/** What every reconcile works with: both services, the configuration, and where the run takes place. */
export type World = {
  freescout: FreeScout
  github: GitHub
  newestIssues: NewestIssues
  names: RepositoryNames
  config: Config
  /** What the product says in notes, comments and issues, in the configured language. */
  texts: Texts
  isTrusted: IsTrusted
  clock: Clock
  /** GitHub's web address without a slash at its end, such as `https://github.com`. */
  serverUrl: string
  /** The repository where the workflow runs, `owner/name`. */
  home: string
  /** The home repository as the event described it; `undefined` when that can't be relied on. */
  homeInEvent: Repository | undefined
  dryRun: boolean
  log: Log
  /** Takes an error that does not make the run fail. Only the debug log shows its stack. */
  debug: (error: Error) => void
}
