import { type FreeScoutEmulator, startFreeScout } from '../test/support/freescout-emulator/index.ts'
import { type GitHubEmulator, startGitHub } from '../test/support/github-emulator/index.ts'
import { readProjectFile } from './project-files.ts'

/** What the repository has of the project's own: the configuration and the workflow. */
const FILES = ['.github/freescout.yml', '.github/workflows/freescout-sync.yml']

/** The repository that has the workflow. */
export const REPOSITORY = 'raxx-app/TradeMasterAPI'

/** Invented keys, which only this installation accepts. Each may do what the documentation asks for, and no more. */
export const KEYS = {
  freescout: 'demo-api-key',
  webhook: 'demo-webhook-secret',
  /** Stands for `GITHUB_TOKEN` in a run. */
  run: 'demo-run-token',
  receiver: 'demo-receiver-token',
  /** For people who try the demo. */
  visitor: 'demo-token',
}

/**
 * With an App's token, GitHub sends events for the action's own writes too; with `GITHUB_TOKEN` it does not. `receiver`:
 * variables that are added to those of the receiver.
 */
export type InstallationOptions = { runsAs?: 'GITHUB_TOKEN' | 'App'; receiver?: Record<string, string> }

/** FreeScout as the runbook leaves it, with a user who signs notes. */
export async function startDemoFreeScout(): Promise<FreeScoutEmulator> {
  const freescout = await startFreeScout({ apiKey: KEYS.freescout, secret: KEYS.webhook })
  const createdAt = freescout.clock.stamp()
  const bot = { firstName: 'Autolink', lastName: 'Bot', email: 'bot@raxx.app', role: 'user' } as const
  freescout.users.set(2, { id: 2, ...bot, createdAt })
  return freescout
}

/** GitHub with the project's own configuration and workflow in the repository, and a token for each who needs one. */
export async function startDemoGitHub(runsAs: InstallationOptions['runsAs']): Promise<GitHubEmulator> {
  const github = await startGitHub({
    repositories: [{ name: REPOSITORY, visibility: 'private' }],
    token: KEYS.run,
    permissions: { metadata: 'read', contents: 'read', issues: 'write' },
    checkOpenApi: false,
  })
  if (runsAs === 'App') {
    github.addToken({
      ...{ token: KEYS.run, login: 'raxx-autolink[bot]', type: 'Bot' },
      permissions: { metadata: 'read', contents: 'read', issues: 'write' },
    })
  }
  const user = { login: 'octo-dev', type: 'User' } as const
  github.addToken({
    ...{ ...user, token: KEYS.receiver },
    permissions: { metadata: 'read', contents: 'write' },
  })
  github.addToken({
    ...{ ...user, token: KEYS.visitor },
    permissions: { metadata: 'read', contents: 'write', issues: 'write' },
  })
  for (const path of FILES) github.setFile(REPOSITORY, path, await readProjectFile(path))
  return github
}
