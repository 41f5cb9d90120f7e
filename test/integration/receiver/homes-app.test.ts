import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type GitHubEmulator, startGitHub } from '../../support/github-emulator/index.ts'
import { conversation } from '../../support/receiver.ts'
import { HOMES, type Running } from '../../support/receiver-homes/index.ts'
import { ENV, post } from '../../support/receiver-requests.ts'

/* A GitHub App in every home. GitHub's emulator checks the signature of each JWT, and the rights of each token. */

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PKCS1 = String(privateKey.export({ type: 'pkcs1', format: 'pem' }))
const PKCS8 = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
const REPOSITORY = { name: 'raxx-app/TradeMasterAPI', visibility: 'private' } as const
const permissions = { metadata: 'read', contents: 'write', issues: 'write' } as const

let github: GitHubEmulator
let receiver: Running | undefined

beforeEach(async () => {
  github = await startGitHub({
    repositories: [REPOSITORY, { ...REPOSITORY, name: 'raxx-app/Billing' }],
    app: {
      ...{ id: 7, clientId: 'Iv23liTest', slug: 'linker', installationId: 42, permissions },
      publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })),
    },
  })
})

afterEach(async () => {
  await receiver?.close()
  await github.close()
  expect(github.violations).toEqual([])
})

describe.each(HOMES)('In $name, as a GitHub App', home => {
  it.each([
    ['PKCS#1, as GitHub hands it out', PKCS1],
    ['PKCS#1 with escaped line breaks', PKCS1.replaceAll('\n', '\\n')],
    ['PKCS#8', PKCS8],
    ['PKCS#8 with escaped line breaks', PKCS8.replaceAll('\n', '\\n')],
  ])('Deliveries that come together share one token of an App whose key is %s', async (_name, key) => {
    const { GITHUB_TOKEN: _token, ...env } = ENV
    receiver = await home.start({
      ...{ ...env, GITHUB_API_URL: github.url },
      ...{ GITHUB_APP_ID: 'Iv23liTest', GITHUB_APP_INSTALLATION_ID: '42', GITHUB_APP_PRIVATE_KEY: key },
    })
    const { send } = receiver
    const ids = [1, 2, 3, 4, 5]
    const answers = await Promise.all(ids.map(id => send(post(conversation({ id })))))
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 202))
    const dispatched = github.dispatches.map(({ client_payload }) => client_payload.conversation_id)
    expect(new Set(dispatched)).toEqual(new Set(ids))

    const [minting, ...others] = github.log.filter(({ path }) => path.startsWith('/app/'))
    expect(others).toEqual([])
    expect(minting?.body).toEqual({ repositories: ['TradeMasterAPI'], permissions: { contents: 'write' } })
  })
})
