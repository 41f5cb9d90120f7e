import { generateKeyPairSync, sign } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type GitHubEmulator, startGitHub } from '../support/github-emulator/index.ts'

const HOME = 'raxx-app/TradeMasterAPI'
const NOON = Date.parse('2026-11-02T12:00:00Z') / 1000
const MINT = '/app/installations/42/access_tokens'
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

let github: GitHubEmulator
beforeEach(async () => {
  github = await startGitHub({
    now: () => new Date(NOON * 1000),
    repositories: [
      { name: HOME, visibility: 'private' },
      { name: 'raxx-app/Billing', visibility: 'private' },
    ],
    app: {
      id: 7,
      clientId: 'Iv23liTest',
      slug: 'linker',
      publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })),
      installationId: 42,
      permissions: { metadata: 'read', contents: 'write', issues: 'write' },
    },
  })
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
function jwt(claims: Record<string, unknown> = {}, { alg = 'RS256', key = privateKey } = {}): string {
  const text = `${part({ alg, typ: 'JWT' })}.${part({ iss: 'Iv23liTest', iat: NOON - 30, exp: NOON + 600, ...claims })}`
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`
}
const ask = (method: string, path: string, secret: string, body?: unknown) =>
  fetch(github.url + path, {
    method,
    headers: { authorization: `Bearer ${secret}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

describe('A GitHub App', () => {
  test('GitHub knows an App by its signature, and names its installation', async () => {
    expect(await (await ask('GET', '/app', jwt())).json()).toMatchObject({ id: 7, slug: 'linker' })
    const found = await ask('GET', `/repos/${HOME}/installation`, jwt({ iss: 7 }))
    expect(await found.json()).toMatchObject({ id: 42, app_id: 7 })
  })

  test('an App mints a token for one repository and some permissions, which lasts an hour', async () => {
    const minted = await ask('POST', MINT, jwt(), {
      repositories: ['TradeMasterAPI'],
      permissions: { contents: 'write' },
    })
    expect(minted.status).toBe(201)
    const { token, ...rest } = (await minted.json()) as { token: string }
    expect(token).toHaveLength(520)
    expect(rest).toMatchObject({
      expires_at: '2026-11-02T13:00:00Z',
      permissions: { metadata: 'read', contents: 'write' },
      repositories: [{ full_name: HOME }],
    })

    const dispatch = () => ask('POST', `/repos/${HOME}/dispatches`, token, { event_type: 'freescout' })
    expect((await dispatch()).status).toBe(204)
    expect((await ask('GET', `/repos/${HOME}/issues`, token)).status).toBe(403)
    expect((await ask('GET', '/repos/raxx-app/Billing', token)).status).toBe(404)
    github.clock.advance(3_600_000)
    expect((await dispatch()).status).toBe(401)
    expect(github.dispatches).toHaveLength(1)
  })

  test('an App can’t mint a token with permissions that it was not granted', async () => {
    const asked = [{ permissions: { administration: 'write' } }, { repositories: ['Secrets'] }]
    for (const body of asked) expect((await ask('POST', MINT, jwt(), body)).status).toBe(422)
    expect((await ask('POST', MINT.replace('42', '43'), jwt())).status).toBe(404)
  })

  test.each([
    ['signed with another key', () => jwt({}, { key: stranger }), 'could not be decoded'],
    ['of another algorithm', () => jwt({}, { alg: 'none' }), 'could not be decoded'],
    ['of somebody else', () => jwt({ iss: 'Iv23liOther' }), 'Integration not found'],
    ['from the future', () => jwt({ iat: NOON + 60 }), "'Issued at' claim"],
    ['out of date', () => jwt({ exp: NOON }), "'Expiration time' claim ('exp') must be"],
    ['good for too long', () => jwt({ exp: NOON + 660 }), 'too far in the future'],
    ['that is a token', () => 'ghs_test', 'could not be decoded'],
  ])('GitHub refuses an App with a JWT %s', async (_what, secret, reason) => {
    const refused = await ask('POST', MINT, secret())
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ message: expect.stringContaining(reason) })
  })
})
