import { createPublicKey, generateKeyPairSync, type KeyObject, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { appJwt, readAppKey } from '../../../receiver/app-token.ts'
import {
  conversation,
  deferred,
  delivery,
  type FakeAnswer,
  fakeGitHub,
  forwarded,
  receiver,
  refused,
  START,
} from '../../support/receiver.ts'

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PKCS1 = String(pair.privateKey.export({ type: 'pkcs1', format: 'pem' }))
const PKCS8 = String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))

/** The key in a PEM text that must be good. */
function keyFrom(pem: string): KeyObject {
  const read = readAppKey(pem)
  if (read.kind === 'unusable') throw new Error(read.reason)
  return read.key
}

let id = 0
const fresh = () => delivery(conversation({ id: ++id }))

describe('The key of a GitHub App', () => {
  const forms: [string, string][] = [
    ['PKCS#1, as GitHub hands it out', PKCS1],
    ['PKCS#8', PKCS8],
    ['PKCS#1 with escaped line breaks', PKCS1.replaceAll('\n', '\\n')],
    ['PKCS#8 with escaped line breaks', PKCS8.replaceAll('\n', '\\n')],
    ['Windows line breaks', PKCS1.replaceAll('\n', '\r\n')],
    ['escaped Windows line breaks', PKCS1.replaceAll('\n', '\\r\\n')],
    ['lost line breaks', PKCS1.replaceAll('\n', ' ')],
    ['white space around it', `\n  ${PKCS8}\n`],
    ['PKCS#8 labelled as PKCS#1', PKCS8.replaceAll('PRIVATE KEY', 'RSA PRIVATE KEY')],
  ]
  it.each(forms)('A key signs a JWT that its public key verifies: %s', async (_name, pem) => {
    const jwt = appJwt({ id: 'Iv23abc', key: keyFrom(pem) }, START)
    const [header = '', claims = '', signature = ''] = jwt.split('.')
    const signed = Buffer.from(`${header}.${claims}`)
    expect(
      verify('sha256', signed, createPublicKey(pair.privateKey), Buffer.from(signature, 'base64url')),
    ).toBe(true)
    expect(jwt).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(JSON.parse(String(Buffer.from(header, 'base64url')))).toEqual({ alg: 'RS256', typ: 'JWT' })
    expect(JSON.parse(String(Buffer.from(claims, 'base64url')))).toEqual({
      iss: 'Iv23abc',
      iat: START / 1000 - 30,
      exp: START / 1000 + 540,
    })
  })

  it.each([1024, 4096])('A key may have %i bits', async modulusLength => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength })
    expect(keyFrom(String(privateKey.export({ type: 'pkcs1', format: 'pem' }))).type).toBe('private')
  })

  const protect = { cipher: 'aes-256-cbc', passphrase: 'x' } as const
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  it.each([
    ['no PEM', 'sesame', /not a PEM/],
    ['a public key', String(pair.publicKey.export({ type: 'spki', format: 'pem' })), /not a PEM/],
    ['cut off', PKCS1.slice(0, 900), /not a PEM/],
    ['with a part missing', PKCS1.replace(/\n.{64}\n/, '\n'), /damaged/],
    ['not base64', PKCS1.replace('MII', '***'), /damaged/],
    ['an elliptic one', String(elliptic.export({ type: 'pkcs8', format: 'pem' })), /not an RSA key/],
    [
      'PKCS#8 with a passphrase',
      String(pair.privateKey.export({ type: 'pkcs8', format: 'pem', ...protect })),
      /passphrase/,
    ],
    [
      'PKCS#1 with a passphrase',
      String(pair.privateKey.export({ type: 'pkcs1', format: 'pem', ...protect })),
      /passphrase/,
    ],
  ])('A key that can’t be used is refused with a reason: %s', async (_name, pem, reason) => {
    expect(readAppKey(pem)).toEqual({ kind: 'unusable', reason: expect.stringMatching(reason) })
  })
})

/** A receiver that is an App; GitHub mints `token-1`, `token-2`, … for an hour each. */
async function asApp(answer: (call: { token: string; minted: number }) => FakeAnswer | Promise<FakeAnswer>) {
  let minted = 0
  const clock = { now: START }
  const github = fakeGitHub(async ({ url, authorization }) => {
    const isMinting = url.endsWith('/access_tokens')
    if (isMinting) minted++
    const answered = await answer({ token: isMinting ? '' : authorization.replace('Bearer ', ''), minted })
    if (!isMinting || answered.status !== 204) return answered
    const expires_at = new Date(clock.now + 3_600_000).toISOString()
    return { status: 201, body: JSON.stringify({ token: `token-${minted}`, expires_at }) }
  })
  const app = { id: 'Iv23abc', installationId: '4711', key: keyFrom(PKCS1) }
  const made = receiver({ credentials: { kind: 'app', app } }, { github, now: () => clock.now })
  return { ...made, clock, tokensUsed: () => dispatches(github.calls), minted: () => minted }
}

const dispatches = (calls: { url: string; authorization: string }[]) =>
  calls
    .filter(call => call.url.endsWith('/dispatches'))
    .map(call => call.authorization.replace('Bearer ', ''))

const taking = () => ({ status: 204 })

describe('The token of a GitHub App', () => {
  it('The receiver asks for a token for the one repository and contents: write', async () => {
    const { send, calls } = await asApp(taking)
    expect(await send(fresh())).toEqual(forwarded)
    expect(calls[0]).toEqual({
      url: 'https://api.github.example/app/installations/4711/access_tokens',
      authorization: expect.stringMatching(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/),
      body: { repositories: ['TradeMasterAPI'], permissions: { contents: 'write' } },
    })
  })

  it('The receiver keeps a token until shortly before it expires', async () => {
    const { send, clock, tokensUsed } = await asApp(taking)
    await send(fresh())
    clock.now += 54 * 60_000
    await send(fresh())
    clock.now += 60_000
    await send(fresh())
    expect(tokensUsed()).toEqual(['token-1', 'token-1', 'token-2'])
  })

  it('Deliveries that come together share one token', async () => {
    const gate = deferred<FakeAnswer>()
    const { send, minted, tokensUsed } = await asApp(({ token }) => (token ? { status: 204 } : gate.promise))
    const sent = Promise.all(Array.from({ length: 20 }, () => send(fresh())))
    gate.resolve({ status: 204 })
    expect(await sent).toEqual(Array(20).fill(forwarded))
    expect(minted()).toBe(1)
    expect(tokensUsed()).toEqual(Array(20).fill('token-1'))
  })

  it('The receiver drops a token that GitHub refuses, and asks for another one', async () => {
    const { send, tokensUsed } = await asApp(({ token }) => ({ status: token === 'token-1' ? 401 : 204 }))
    expect(await send(fresh())).toEqual(forwarded)
    expect(await send(fresh())).toEqual(forwarded)
    expect(tokensUsed()).toEqual(['token-1', 'token-2', 'token-2'])
  })

  it('The receiver answers 502 when GitHub refuses the second token too', async () => {
    const { send, tokensUsed } = await asApp(({ token }) => ({ status: token ? 401 : 204 }))
    expect(await send(fresh())).toEqual(refused(502, 'github-refused'))
    expect(tokensUsed()).toEqual(['token-1', 'token-2'])
  })

  it.each([
    [401, 'GITHUB_APP_PRIVATE_KEY'],
    [403, 'suspended'],
    [404, 'GITHUB_APP_INSTALLATION_ID'],
    [422, 'GITHUB_REPOSITORY'],
    [200, 'GITHUB_API_URL'],
  ])(
    'When GitHub gives no token (%i), the receiver answers 502, logs what to check, and asks again for the next delivery',
    async (status, hint) => {
      const { send, entries } = await asApp(({ token, minted }) => ({
        status: !token && minted === 1 ? status : 204,
      }))
      expect(await send(fresh())).toEqual(refused(502, 'github-refused'))
      expect(entries()[0]?.detail).toContain(hint)
      expect(await send(fresh())).toEqual(forwarded)
    },
  )

  it('When GitHub can’t give a token now, every delivery that waits for it is answered with 503', async () => {
    const { send, minted } = await asApp(({ token }) => ({
      status: token ? 204 : 503,
      headers: { 'retry-after': '20' },
    }))
    const sent = await Promise.all([send(fresh()), send(fresh())])
    expect(sent).toEqual(Array(2).fill({ ...refused(503, 'github-unavailable'), retryAfter: '20' }))
    expect(minted()).toBe(1)
  })

  it('A token whose expiry can’t be read serves one call', async () => {
    const app = { id: '1', installationId: '2', key: keyFrom(PKCS8) }
    const github = fakeGitHub(({ url }) =>
      url.endsWith('/dispatches') ? { status: 204 } : { status: 201, body: '{"token":"t"}' },
    )
    const { send } = receiver({ credentials: { kind: 'app', app } }, { github })
    await send(fresh())
    await send(fresh())
    expect(github.calls.map(call => call.url.split('/').at(-1))).toEqual([
      'access_tokens',
      'dispatches',
      'access_tokens',
      'dispatches',
    ])
  })
})
