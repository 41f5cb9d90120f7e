import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect } from 'vitest'
import { checkReceiver } from '../../receiver/check.ts'
import { createUndiciSender } from '../../receiver/undici-sender.ts'
import { type GitHubEmulator, type GitHubOptions, startGitHub } from './github-emulator/index.ts'
import { SECRET } from './receiver.ts'

export const REPOSITORY = 'raxx-app/TradeMasterAPI'
export const FINE = `github_pat_11ABC${'x'.repeat(70)}`
export const WORKFLOW = readFileSync(
  new URL('../../.github/workflows/freescout-sync.yml', import.meta.url),
  'utf8',
)
export const PATH = '.github/workflows/freescout-sync.yml'

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const KEY = String(pair.privateKey.export({ type: 'pkcs1', format: 'pem' }))
export const OTHER_KEY = String(
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
)
export const APP = {
  id: 12,
  clientId: 'Iv23abc',
  slug: 'linker',
  publicKey: String(pair.publicKey.export({ type: 'spki', format: 'pem' })),
  installationId: 34,
  permissions: { metadata: 'read', contents: 'write' },
} satisfies GitHubOptions['app']
export const AS_APP = {
  GITHUB_TOKEN: '',
  GITHUB_APP_ID: '12',
  GITHUB_APP_PRIVATE_KEY: KEY,
  GITHUB_APP_INSTALLATION_ID: '34',
}

/** The GitHub of the current test. It has the repository with its workflow, an App, and a person's token. */
export let github: GitHubEmulator
beforeEach(async () => {
  github = await startGitHub({ app: APP })
  github.setFile(REPOSITORY, PATH, WORKFLOW)
  github.addToken({
    token: FINE,
    login: 'octo-dev',
    type: 'User',
    permissions: { metadata: 'read', contents: 'write' },
  })
})
/** Another GitHub instead. */
export async function restart(options: GitHubOptions = {}): Promise<void> {
  await github.close()
  github = await startGitHub(options)
}

// Every check only reads.
afterEach(async () => {
  const sent = github.log.filter(({ method }) => method !== 'GET').map(({ path }) => path)
  expect(sent.filter(path => path !== '/app/installations/34/access_tokens')).toEqual([])
  expect(github.dispatches).toEqual([])
  expect(github.violations).toEqual([])
  await github.close()
})

/** A receiver's variables without a mistake. */
export function environment(changes: Record<string, string> = {}): Record<string, string> {
  return {
    FLAG_FREESCOUT_GITHUB_AUTOLINK: 'true',
    FREESCOUT_WEBHOOK_SECRET: SECRET,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_TOKEN: FINE,
    GITHUB_API_URL: github.url,
    ...changes,
  }
}

/** Runs `--check`: its lines and its exit code. No line may hold a secret. */
export async function checked(changes: Record<string, string> = {}) {
  const env = environment(changes)
  const lines: string[] = []
  const code = await checkReceiver({ env, connect: createUndiciSender, say: line => lines.push(line) })
  const text = lines.join('\n')
  for (const secret of [
    ...(env.FREESCOUT_WEBHOOK_SECRET ?? '').split(','),
    env.GITHUB_TOKEN,
    'PRIVATE KEY---',
  ])
    if (secret) expect(text).not.toContain(secret)
  expect(text).not.toMatch(/ghs_\w{9}/)
  return { code, lines, line: (name: string) => lines.find(line => line.slice(2).startsWith(name)) }
}

/** Changes the next answer about the repository. */
export function garble(change: object, headers: Record<string, string> = {}): void {
  github.faults.push({
    match: ({ path }) => path === `/repos/${REPOSITORY}`,
    trouble: {
      garble: body => ({ body: JSON.stringify({ ...(JSON.parse(body) as object), ...change }), headers }),
    },
  })
}

/** Replaces the next answer about the repository. */
export function answer(status: number, { headers = {}, body = '{}' } = {}): void {
  github.faults.push({
    match: ({ path }) => path === `/repos/${REPOSITORY}`,
    trouble: { answer: { status, headers, body } },
  })
}
