import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { builtFile } from '../../scripts/source-digest.ts'
import { recorded, SECRET, sign, TOKEN } from '../support/receiver.ts'
import { post } from './connections.ts'
import { PARTS, type Part } from './parts.ts'

/** A server to load: what `node` is started with, a signed request for each ticket, and the status of its answers. */
export type Contender = {
  args: string[]
  env?: Record<string, string>
  cwd?: string
  requestOf: (id: number) => Buffer
  answer: number
}

/** A recorded delivery of 4.6 KB; a header names its event, and is not signed. */
const BODY = recorded.find(({ event }) => event === 'convo.assigned')?.body ?? ''
const bodyOf = (id: number) => BODY.replace(/"id":\d+/, `"id":${id}`)

const RECEIVER = builtFile('receiver/index.js')

const ENV = {
  FLAG_FREESCOUT_GITHUB_AUTOLINK: 'true',
  FREESCOUT_WEBHOOK_SECRET: SECRET,
  GITHUB_REPOSITORY: 'raxx-app/TradeMasterAPI',
  GITHUB_TOKEN: TOKEN,
  MAX_DISPATCHES_PER_MINUTE: '1000000',
}

const BARE = `
const { createServer } = require('node:http')
const server = createServer((request, response) => {
  const chunks = []
  request.on('data', chunk => chunks.push(chunk))
  request.on('end', () => {
    Buffer.concat(chunks)
    response.setHeader('content-type', 'application/json')
    response.end('{"forwarded":false}')
  })
})
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })))`

const OCTOKIT = `
import { createServer } from 'node:http'
import { createNodeMiddleware, Webhooks } from '@octokit/webhooks'
const webhooks = new Webhooks({ secret: '${SECRET}' })
webhooks.on('issues', () => {})
const server = createServer(createNodeMiddleware(webhooks, { path: '/hook' }))
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })))`

const PROBOT = `
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { createNodeMiddleware, createProbot } from 'probot'
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const overrides = { appId: '1', privateKey, secret: '${SECRET}', logLevel: 'fatal' }
const app = probot => { probot.on('issues', () => {}) }
const middleware = await createNodeMiddleware(app, { webhooksPath: '/hook', probot: createProbot({ overrides }) })
const server = createServer(middleware)
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })))`

/** A delivery as FreeScout sends it. */
function delivery(event: string): Contender['requestOf'] {
  return id => {
    const body = bodyOf(id)
    const headers = { 'x-freescout-event': event, 'x-freescout-signature': sign(body) }
    return post('/api/webhooks/freescout/ops', headers, body)
  }
}

/** The same body as GitHub would send it. */
function gitHubDelivery(id: number): Buffer {
  const body = bodyOf(id)
  return post(
    '/hook',
    {
      'user-agent': 'GitHub-Hookshot/1',
      'x-github-event': 'issues',
      'x-github-delivery': String(id),
      'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
    },
    body,
  )
}

/** `node:http`, reading the same bodies and doing nothing with them. */
export const bare: Contender = { args: ['-e', BARE], requestOf: delivery('convo.assigned'), answer: 200 }

/** The receiver: verify, parse, filter, answer; nothing goes to GitHub. */
export const ignoring: Contender = {
  args: [RECEIVER],
  env: ENV,
  requestOf: delivery('convo.assigned'),
  answer: 200,
}

/** The receiver: verify, parse, filter, dispatch, answer. */
export const forwarding: Contender = { ...ignoring, requestOf: delivery('convo.created'), answer: 202 }

/** Servers of which each does what the one before does, and one thing more of the receiver's work. */
export function partsOfReceiver(): Record<string, Contender> {
  const script = join(import.meta.dirname, 'receiver-part.ts')
  const upTo = (part: Part): Contender => ({ ...ignoring, args: [script, part] })
  return Object.fromEntries(PARTS.map(part => [part, upTo(part)]))
}

/**
 * Others that verify and parse, by name and version.
 *
 * @throws {Error} when their packages are not installed in that folder
 */
export async function peersIn(folder: string): Promise<Record<string, Contender>> {
  const peer = (script: string): Contender => ({
    args: ['--input-type=module', '-e', script],
    cwd: folder,
    requestOf: gitHubDelivery,
    answer: 200,
  })
  const found = Object.entries({ '@octokit/webhooks': OCTOKIT, probot: PROBOT }).map(
    async ([name, script]) => {
      const manifest = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8')
      const { version } = JSON.parse(manifest) as { version: string }
      return [`${name} ${version}`, peer(script)] as const
    },
  )
  return Object.fromEntries(await Promise.all(found))
}
