import type { Clock } from './clock.ts'
import { loadConfig } from './config/load.ts'
import type { FreeScout } from './freescout/client.ts'
import { github } from './github/client.ts'
import { createNewestIssues } from './github/newest-issues.ts'
import type { GitHubAccess } from './github/request.ts'
import { createTrust } from './github/trust.ts'
import type { Fetch } from './http/transport.ts'
import type { Environment, Inputs } from './inputs.ts'
import type { World } from './world.ts'

/** What a world is made of. */
type Parts = {
  freescout: FreeScout
  inputs: Inputs
  fetch: Fetch
  env: Environment
  clock: Clock
}

/**
 * Puts everything together that a reconcile works with.
 *
 * @throws {ConfigError} for mistakes in the configuration, and when there is none.
 */
export async function settle({ freescout, inputs, fetch, env, clock }: Parts): Promise<Omit<World, 'log'>> {
  const home = env.GITHUB_REPOSITORY ?? ''
  const client = github({ ...githubAccess(inputs, env), fetch })
  const config = await loadConfig({
    inline: inputs.config,
    path: inputs.configPath,
    workspace: env.GITHUB_WORKSPACE,
    readRemote: path => client.file({ repository: home, path, ref: env.GITHUB_SHA ?? '' }),
  })
  return {
    freescout,
    github: client,
    newestIssues: createNewestIssues(client, clock),
    config,
    isTrusted: createTrust(config['trusted-authors'], client.viewer),
    clock,
    serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
    home,
    dryRun: inputs.dryRun,
  }
}

/** Where GitHub's API is, and the token for it. */
export function githubAccess({ githubToken }: Inputs, env: Environment): Omit<GitHubAccess, 'fetch'> {
  const apiUrl = env.GITHUB_API_URL || 'https://api.github.com'
  return { apiUrl, graphqlUrl: env.GITHUB_GRAPHQL_URL || `${apiUrl}/graphql`, token: githubToken }
}
