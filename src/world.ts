import type { Clock } from './clock.ts'
import { loadConfig } from './config/load.ts'
import type { Config } from './config/schema.ts'
import type { FreeScout } from './freescout/client.ts'
import type { GitHubAccess } from './github/api.ts'
import { createGitHub, type GitHub } from './github/client.ts'
import { createNewestIssues, type NewestIssues } from './github/newest-issues.ts'
import { createTrust, type IsTrusted } from './github/trust.ts'
import type { RetryingFetch } from './http/retry.ts'
import type { Environment, Inputs } from './inputs.ts'
import type { Repository } from './model.ts'

/** Takes one line per decision, with ids and URLs only; `details` are folded under it. */
export type Log = (line: string, details?: string[]) => void

/** What every reconcile works with: both services, the configuration, and where the run is. */
export type World = {
  freescout: FreeScout
  github: GitHub
  newestIssues: NewestIssues
  config: Config
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
}

/** What a world is built from. */
export type WorldParts = Pick<World, 'freescout' | 'clock' | 'homeInEvent' | 'log'> & {
  inputs: Inputs
  fetch: RetryingFetch
  env: Environment
}

/**
 * Reads the configuration and puts everything together that a reconcile works with.
 *
 * @throws {ConfigError} for mistakes in the configuration, and when there is none.
 */
export async function buildWorld({ inputs, fetch, env, ...parts }: WorldParts): Promise<World> {
  const home = env.GITHUB_REPOSITORY ?? ''
  const github = createGitHub({ ...gitHubAccess(inputs, env), fetch })
  const config = await loadConfig({
    inline: inputs.config,
    path: inputs.configPath,
    workspace: env.GITHUB_WORKSPACE,
    readRemote: path => github.file({ repository: home, path, ref: env.GITHUB_SHA ?? '' }),
  })
  return {
    ...parts,
    github,
    newestIssues: createNewestIssues(github, parts.clock),
    config,
    isTrusted: createTrust(config['trusted-authors'], github.viewer),
    serverUrl: inputs.serverUrl,
    home,
    dryRun: inputs.dryRun,
  }
}

/** Where GitHub's API is, and the token for it. On an own server, GraphQL is elsewhere than REST. */
export function gitHubAccess({ githubToken }: Inputs, env: Environment): Omit<GitHubAccess, 'fetch'> {
  const apiUrl = env.GITHUB_API_URL || 'https://api.github.com'
  return { apiUrl, graphqlUrl: env.GITHUB_GRAPHQL_URL || `${apiUrl}/graphql`, token: githubToken }
}
