import { loadConfig } from './config/load.ts'
import type { Config } from './config/schema.ts'
import type { GitHubAccess } from './github/api.ts'
import { createGitHub } from './github/client.ts'
import { createNewestIssues } from './github/newest-issues.ts'
import { createRepositoryNames } from './github/repository-names.ts'
import { createTrust } from './github/trust.ts'
import type { RetryingFetch } from './http/retry.ts'
import type { Environment, Inputs } from './inputs.ts'
import { chooseTexts } from './texts/choose.ts'
import type { World } from './world.ts'

/** What a world is built from. */
export type WorldParts = Pick<World, 'freescout' | 'clock' | 'homeInEvent' | 'log' | 'debug'> & {
  inputs: Inputs
  fetch: RetryingFetch
  env: Environment
}

/**
 * Reads the configuration, and makes the world that every reconcile works with.
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
    names: createRepositoryNames(github),
    config: withMaxNew(config, inputs),
    texts: chooseTexts(config),
    isTrusted: createTrust(config['trusted-authors'], github.viewer),
    serverUrl: inputs.serverUrl,
    home,
    dryRun: inputs.dryRun,
  }
}

/** The input `max-new` counts instead of `sweep.max-new` for one run. */
function withMaxNew(config: Config, { maxNew }: Pick<Inputs, 'maxNew'>): Config {
  return maxNew === undefined ? config : { ...config, sweep: { ...config.sweep, 'max-new': maxNew } }
}

/** Where GitHub's API is, and the token for it. On GitHub Enterprise Server, GraphQL has another address than REST. */
export function gitHubAccess({ githubToken }: Inputs, env: Environment): Omit<GitHubAccess, 'fetch'> {
  const apiUrl = env.GITHUB_API_URL || 'https://api.github.com'
  return { apiUrl, graphqlUrl: env.GITHUB_GRAPHQL_URL || `${apiUrl}/graphql`, token: githubToken }
}
